// A wall and who looks at it. Until an organizer does it from the phone, the wall is set in the bot's database.

import { execFileSync } from "node:child_process";
import { readFile } from "node:fs/promises";
import { join } from "node:path";

import { chromium } from "playwright-core";

const PATIENCE_MS = 15_000;
const CODE = "Aa1Bb2Cc3Dd4Ee5Ff6Gg7H";

/** Text for SQL. */
export const quoted = (text) => (text === null ? "null" : `'${text.replaceAll("'", "''")}'`);

/** The wall of a rehearsal's session. */
export class Wall {
  constructor(rehearsal) {
    this.rehearsal = rehearsal;
    this.database = join(rehearsal.folder, "rehearsal", "merezha.db");
  }

  get url() {
    return `${this.rehearsal.walls}/wall/${CODE}`;
  }

  sql(...statements) {
    const input = ["begin immediate", ...statements, "commit"].join(";\n") + ";\n";
    return execFileSync("sqlite3", ["-bail", "-cmd", ".timeout 10000", this.database], { input, encoding: "utf8" }).trim();
  }

  /** Puts the wall of a session up. */
  putUp() {
    const soon = Date.now() + 3_600_000;
    this.sql(
      `insert into session (id, title, starts_at, over_at, place, queue, announced_at, revised_at)
       values (1, 'Друга сесія', ${soon}, ${soon + 1}, 'Київ', 1, 0, 0)`,
      `insert into wall (session_id, code, lang, scene) values (1, '${CODE}', 'uk', '"title"')`);
  }

  /** An organizer chooses what the wall shows. */
  showOnWall(scene) {
    this.sql(`update wall set scene = ${quoted(JSON.stringify(scene))}`);
  }

  takeDown() {
    this.sql("delete from wall");
  }

  /** Pictures in the gallery: Telegram has to know the file, so somebody sends it to the bot. */
  async addPictures(file, words) {
    const form = new FormData();
    form.append("kind", "photo");
    form.append("caption", "");
    form.append("file", new Blob([await readFile(file)], { type: "image/png" }), "drawing.png");
    const sent = await fetch(`${this.rehearsal.url}/api/people/1002/attach`, { method: "POST", body: form });
    const { photo } = await sent.json();
    for (const line of words) {
      this.sql(`insert into session_photo (session_id, file, words, added_at)
                values (1, ${quoted(photo.at(-1).file_id)}, ${quoted(line)}, 0)`);
    }
  }
}

/** A browser, shared by all who look. */
export function browser() {
  return chromium.launch({
    executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
    args: ["--no-sandbox", "--disable-gpu"],
  });
}

/** Somebody who looks at the wall, and writes down whatever goes wrong. */
export class Viewer {
  static async come(chromium, wall, screen) {
    const viewer = new Viewer();
    viewer.context = await chromium.newContext(screen);
    viewer.context.setDefaultTimeout(PATIENCE_MS);
    viewer.page = await viewer.context.newPage();
    viewer.troubles = [];
    viewer.watch(new URL(wall.url).origin);
    await viewer.page.addInitScript(() => {
      window.broken = [];
      addEventListener("securitypolicyviolation", (event) => {
        window.broken.push(`${event.violatedDirective}: ${event.blockedURI} ${event.sample}`);
      });
      window.ran = [];
      window.alert = (what) => window.ran.push(what);
    });
    await viewer.page.goto(wall.url);
    return viewer;
  }

  watch(origin) {
    const trouble = (what) => this.isCutOff || this.troubles.push(what);
    this.page.on("console", (message) => {
      if (["error", "warning"].includes(message.type())) trouble(`console: ${message.text()}`);
    });
    this.page.on("pageerror", (error) => trouble(`error: ${error.stack}`));
    this.page.on("dialog", (dialog) => {
      trouble(`dialog: ${dialog.message()}`);
      dialog.dismiss();
    });
    this.page.on("request", (request) => {
      if (!request.url().startsWith(origin)) trouble(`request: ${request.url()}`);
    });
  }

  /** Nothing went wrong, and nothing of what people wrote was run. */
  async allIsWell() {
    const { broken, ran, styled } = await this.page.evaluate(() => ({
      broken: window.broken, ran: window.ran, styled: document.querySelectorAll("[style]").length,
    }));
    return { troubles: this.troubles, broken, ran, styled };
  }

  scene(kind) {
    return this.page.locator(`.scene.${kind}`);
  }

  /** What does not fit: sideways never, and on a wall not downwards either. */
  overflow() {
    return this.page.evaluate(() => {
      const root = document.documentElement;
      const wide = [...document.querySelectorAll("body *")].filter((element) => {
        const { right, left, width } = element.getBoundingClientRect();
        return width > 0 && (right > innerWidth + 1 || left < -1);
      });
      const found = wide.map((element) => `${element.tagName}.${element.className}`);
      if (root.scrollWidth > innerWidth) found.push("the page is too wide");
      if (innerWidth >= 900) {
        const main = document.querySelector("main");
        if (root.scrollHeight > innerHeight) found.push("the page is too high");
        if (main.scrollHeight > main.clientHeight + 1) found.push("the scene is too high");
      }
      return found;
    });
  }
}
