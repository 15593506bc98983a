// The wall in a real browser: what people write stays words, it keeps up with the room, and survives what happens to
// connections.

import assert from "node:assert/strict";
import { after, before, suite, test } from "node:test";
import { fileURLToPath } from "node:url";

import { EMOJI, HOSTILE } from "./support/hostile.js";
import { Rehearsal } from "./support/rehearsal.js";
import { Viewer, Wall, browser, quoted } from "./support/wall.js";

const DRAWING = fileURLToPath(new URL("drawing.png", import.meta.url));
const WELL = { troubles: [], broken: [], ran: [], styled: 0 };
const SCREENS = {
  "1920×1080": { viewport: { width: 1920, height: 1080 } },
  "1280×720": { viewport: { width: 1280, height: 720 } },
  "390×844": { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true },
};

suite("The wall", () => {
  let rehearsal;
  let wall;
  let chromium;

  before(async () => {
    rehearsal = await Rehearsal.start(0);
    wall = new Wall(rehearsal);
    wall.putUp();
    wall.sql(
      "insert into call (id, question, opened_at) values (100, 'Що нас об’єднує?', 0)",
      "insert into poll (id, question, opened_at) values (100, 'Коли?', 0)",
      "insert into vote (id, title, method, most, seats, winners, secret, opened_at, closed_at, stage, roll) " +
        "values (100, 'Напрями', 'choose', 1, 1, 'most-votes', 1, 0, 1, 'over', 9)",
      ...[0, 1, 2, 3, 4].flatMap((at) => [
        `insert into poll_option (poll_id, position, words) values (100, ${at}, 'Відповідь')`,
        `insert into vote_option (vote_id, position, words) values (100, ${at}, 'Варіант')`,
      ]),
      `insert into vote_result (vote_id, counted, file) values (100, ${quoted(JSON.stringify(counted()))}, '')`);
    chromium = await browser();
  });

  after(async () => {
    await chromium?.close();
    await rehearsal?.end();
  });

  for (const [size, screen] of Object.entries(SCREENS)) {
    test(`Whatever people write is shown as words and fits, at ${size}`, async (t) => {
      wall.showOnWall({ proposals: 100 });
      const viewer = await Viewer.come(chromium, wall, screen);
      t.after(() => viewer.context.close());
      const all = [...HOSTILE, EMOJI];
      // As many as the wall shows at a time, in two turns, so that all of them are seen.
      for (const some of [all.slice(0, 17), all.slice(17)]) {
        wall.sql("delete from proposal where call_id = 100", ...some.map((words) =>
          `insert into proposal (call_id, words, handed_in_at) values (100, ${quoted(words)}, 0)`));
        await viewer.scene("proposals").getByText(String(some.length), { exact: true }).waitFor();
        const shown = await viewer.page.locator(".card p").allTextContents();
        assert.deepEqual(shown.reverse().map(beginning), some.map(beginning));
        assert.deepEqual(await viewer.overflow(), []);
      }
      const corners = [...HOSTILE.slice(0, 4), HOSTILE[16], HOSTILE[19], ...HOSTILE.slice(24), EMOJI];
      for (const words of corners) {
        const text = quoted(words);
        wall.sql(
          `update session set title = ${text}, place = ${text}`,
          `update poll set question = ${text} where id = 100`,
          `update poll_option set words = ${text} where poll_id = 100`,
          `update vote set title = ${text} where id = 100`,
          `update vote_option set words = ${text} where vote_id = 100`,
          `update call set question = ${text} where id = 100`);
        for (const [kind, scene] of [
          ["title", "title"], ["poll", { poll: 100 }], ["result", { result: 100 }], ["turnout", { turnout: 100 }],
          ["proposals", { proposals: 100 }],
        ]) {
          wall.showOnWall(scene);
          const heading = viewer.scene(kind).getByRole("heading").first();
          await viewer.page.waitForFunction(
            ([kind, words]) => document.querySelector(`.scene.${kind} h1`)?.textContent === words,
            [kind, words.replaceAll("\r", "")]);
          assert.equal(await heading.getAttribute("dir"), "auto");
          assert.deepEqual(await viewer.overflow(), [], `${kind}: ${words.slice(0, 40)}`);
        }
      }
      wall.sql("update session set title = 'Друга сесія', place = 'Київ'");
      assert.deepEqual(await viewer.allIsWell(), WELL);
    });
  }

  test("What happens in the room is on the wall within a second", async (t) => {
    wall.sql("delete from proposal", "update call set question = 'Що нас об’єднує?' where id = 100");
    wall.showOnWall({ proposals: 100 });
    const viewer = await Viewer.come(chromium, wall, SCREENS["1920×1080"]);
    t.after(() => viewer.context.close());
    await viewer.scene("proposals").getByText("Перша може бути вашою").waitFor();
    for (let number = 1; number <= 5; number += 1) {
      wall.sql(`insert into proposal (call_id, words, handed_in_at) values (100, 'Думка ${number}', 0)`);
      const committed = performance.now();
      await viewer.page.locator(".card").first().getByText(`Думка ${number}`).waitFor();
      const took = performance.now() - committed;
      assert.ok(took < 1000, `${took} ms`);
    }
    wall.sql("update proposal set state = 'withdrawn' where words = 'Думка 3'");
    await viewer.page.getByText("Думка 3").waitFor({ state: "detached" });
    wall.sql("update wall set lang = 'en'");
    await viewer.scene("proposals").getByText("proposals").waitFor();
    assert.equal(await viewer.page.locator("html").getAttribute("lang"), "en");
    wall.sql("update wall set lang = 'uk'");
    assert.deepEqual(await viewer.allIsWell(), WELL);
  });

  test("A lost connection, and a bot that starts again, are made up for", async (t) => {
    wall.showOnWall("title");
    const viewer = await Viewer.come(chromium, wall, SCREENS["390×844"]);
    t.after(() => viewer.context.close());
    const lost = viewer.page.getByRole("status");
    const heading = viewer.page.getByRole("heading");
    await heading.getByText("Друга сесія").waitFor();
    viewer.isCutOff = true;
    await viewer.context.setOffline(true);
    await lost.getByText("пробуємо ще раз").waitFor();
    await heading.getByText("Друга сесія").waitFor();
    wall.sql("update session set title = 'Третя сесія'");
    await viewer.context.setOffline(false);
    await heading.getByText("Третя сесія").waitFor();
    await lost.waitFor({ state: "hidden" });

    await rehearsal.stop();
    await lost.getByText("пробуємо ще раз").waitFor();
    await heading.getByText("Третя сесія").waitFor();
    wall.sql("update session set title = 'Четверта сесія'");
    await rehearsal.startAgain();
    await heading.getByText("Четверта сесія").waitFor();
    await lost.waitFor({ state: "hidden" });
    viewer.isCutOff = false;
    wall.sql("update session set title = 'Друга сесія'");
    await heading.getByText("Друга сесія").waitFor();
    assert.deepEqual(await viewer.allIsWell(), WELL);
  });

  test("Pictures go round by themselves, and stand still for who wants less motion", async (t) => {
    await wall.addPictures(DRAWING, ["Ядро", "Міст", `${HOSTILE[2]} ${"👍".repeat(60)}`]);
    wall.showOnWall("gallery");
    const viewer = await Viewer.come(chromium, wall, SCREENS["1280×720"]);
    t.after(() => viewer.context.close());
    const front = viewer.page.locator("figure.front");
    await front.getByText(HOSTILE[2]).waitFor();
    await front.getByRole("img").evaluate((image) => image.decode());
    await front.getByText("Міст").waitFor();
    assert.deepEqual(await viewer.overflow(), []);
    assert.deepEqual(await viewer.allIsWell(), WELL);

    const still = await Viewer.come(chromium, wall, { ...SCREENS["1280×720"], reducedMotion: "reduce" });
    t.after(() => still.context.close());
    for (const words of ["Ядро", "Міст"]) await still.page.getByText(words).waitFor();
    await still.page.getByRole("img").last().evaluate((image) => image.decode());
    assert.equal(await still.page.evaluate(() => document.getAnimations().length), 0);
    wall.showOnWall({ proposals: 100 });
    await still.scene("proposals").waitFor();
    assert.equal(await still.page.evaluate(() => document.getAnimations().length), 0);
    assert.deepEqual(await still.overflow(), []);
    assert.deepEqual(await still.allIsWell(), WELL);
  });

  test("A wall that is taken down says so, and shows nothing any more", async (t) => {
    wall.showOnWall("title");
    const viewer = await Viewer.come(chromium, wall, SCREENS["1920×1080"]);
    t.after(() => viewer.context.close());
    await viewer.page.getByText("Друга сесія").waitFor();
    wall.takeDown();
    await viewer.page.getByText("Цю сторінку закрито").waitFor();
    assert.equal(await viewer.page.getByText("Друга сесія").count(), 0);
    assert.equal((await fetch(wall.url)).status, 404);
    assert.deepEqual(await viewer.allIsWell(), WELL);
  });
});

/** What a card shows of words at least, its white space folded. */
function beginning(words) {
  return [...words.replaceAll(/[\s\u0085]+/g, " ").trim().replace(/…$/, "")].slice(0, 60).join("");
}

/** A result as the bot keeps it: the first option won, the next two are tied. */
function counted() {
  const outcome = {
    ballots: 5, counts: [4, 2, 2, 1, 0], seats: 2, committees: [], more: false, certain: [0], contested: [1, 2],
  };
  return { outcome, scale: 1, reasons: [], on_paper: 0, roll: 9, groups: [], receipts: [], sha256: "" };
}
