// A rehearsal from the first invitation to a restart, on a desk full of phones and on a single small screen.

import assert from "node:assert/strict";
import { fileURLToPath } from "node:url";
import { suite, test } from "node:test";

import { Page } from "./support/phones.js";
import { Rehearsal } from "./support/rehearsal.js";

const CROWD = 6;
const DRAWING = fileURLToPath(new URL("drawing.png", import.meta.url));
const SCREENS = {
  "at a desk": { viewport: { width: 1400, height: 900 } },
  "on a small screen": { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true },
};

suite("The page", { concurrency: true }, () => {
  for (const [where, screen] of Object.entries(SCREENS)) {
    test(`A rehearsal ${where}`, async (t) => {
      const rehearsal = await Rehearsal.start(CROWD);
      t.after(() => rehearsal.end());
      const page = await Page.open(rehearsal.url, screen);
      t.after(() => page.browser.close());
      // Each part goes on where the last one ended, so after a failure the others have nothing to say.
      let isBroken = false;
      const part = (title, work) => t.test(title, { skip: isBroken }, async () => {
        isBroken = true;
        try {
          await work();
        } catch (error) {
          t.diagnostic(`What the page showed:\n${await page.words()}`);
          throw error;
        }
        assert.deepEqual(page.troubles, []);
        isBroken = false;
      });

      const [oksana, petro, mariia] = ["Оксана", "Петро", "Марія"].map((name) => page.phone(name));
      let stepan;

      await part("begins with three phones: an organizer, a participant, and somebody not there yet", async () => {
        await oksana.shows("Запрошення в Мережу");
        await oksana.showsPicture();
        await petro.shows("Мережа");
        await mariia.front();
        await mariia.element.getByRole("button", { name: "Почати" }).waitFor();
      });

      await part("lets somebody join by an invitation that was made on another phone", async () => {
        await oksana.front();
        await oksana.newest.getByRole("link", { name: "?start=" }).click();
        await oksana.element.getByRole("menuitem", { name: "Марія" }).click();
        await mariia.shows("Вітаємо в Мережі");
        await mariia.press("Як у Telegram: Марія");
        await mariia.press("Громадськість");
        await mariia.press("Донеччина");
        await mariia.shows("Усе готово");
      });

      await part("lets somebody ask to join, and an organizer approve", async () => {
        stepan = await page.newPerson("Степан");
        await stepan.front();
        await stepan.element.getByRole("button", { name: "Почати" }).click();
        await stepan.press("🙋 Попроситися в Мережу");
        await stepan.shows("Запит надіслано");
        await oksana.shows("Степан проситься в Мережу");
        await oksana.press("✅ Пустити");
        await oksana.shows("Запит схвалено");
        await stepan.shows("Як до вас звертатися");
        await stepan.say("Степан із Кремінної");
        await stepan.press("Пропустити");
        await stepan.shows("З якого ви регіону");
        await stepan.press("Пропустити");
        await stepan.shows("Усе готово");
      });

      await part("takes proposals: words, and a drawing with words", async () => {
        await petro.press("💡 Подати пропозицію");
        await petro.shows("Що варто робити разом?");
        await petro.say("Спільний календар подій <обох> областей");
        await petro.shows("Спільний календар подій <обох> областей");
        await petro.press("✅ Надіслати");
        await petro.shows("Пропозицію прийнято");

        await mariia.command("/propose");
        await mariia.shows("Що варто робити разом?");
        await mariia.attachPhoto(DRAWING, "Міст між нашими містами");
        await mariia.shows("Міст між нашими містами");
        await mariia.showsPicture();
        await mariia.press("✅ Надіслати");
        await mariia.shows("Пропозицію прийнято");
      });

      await part("shows proposals as cards, to agree with or not", async () => {
        await petro.command("/stances");
        await petro.offers("👎 Не згода");
        await petro.press("👍 Згода");
        await petro.shows(/Картка 2 з|Дякуємо/);
      });

      await part("holds a vote: ballots on every phone, and one result for all", async () => {
        await oksana.say("/newvote");
        await oksana.shows("Про що голосуємо?");
        await oksana.say("Пріоритетні напрями");
        await oksana.shows("Тепер варіанти");
        await oksana.say("Дороги й транспорт\nПростір для молоді\nПсихологічна підтримка");
        await oksana.shows("Простір для молоді");
        await oksana.offers("✓ до 2");
        await oksana.press("📣 Відкрити для всіх");
        await oksana.offers("👁 До голосування");
        for (const phone of [petro, mariia, stepan]) {
          await phone.shows("Пріоритетні напрями");
          await phone.press("🗳 Голосувати");
          await phone.press(/⬜.*Простір для молоді/);
          await phone.shows("Обрано 1 з 2");
          await phone.press("📥 Здати бюлетень");
          await phone.shows("Бюлетень здано");
          assert.doesNotMatch(await phone.words(), /☑/, "no choice stays in the chat");
        }
        await stepan.toasts("Бюлетень прийнято");
        await stepan.press("👀 Мій вибір");
        const alert = stepan.element.getByRole("alertdialog");
        await alert.filter({ hasText: "2. Простір для молоді" }).waitFor();
        await alert.getByRole("button").click();
        await oksana.press("👁 До голосування");
        await oksana.press("📊 Явка");
        await oksana.has(/здано ([3-9]|1\d) з \d+/);
        await oksana.press("🏁 Завершити голосування");
        await oksana.press("Так, завершити");
        for (const phone of [oksana, petro, mariia, stepan]) {
          await phone.hasPicture(/Підсумок: Пріоритетні напрями.*Простір для молоді — ([3-9]|1\d) голос/s);
          await phone.has(/Підсумок: Пріоритетні напрями.*Простір для молоді\s+▰+▱* ([3-9]|1\d) голос/s);
          await phone.has(/Коди полічених бюлетенів/);
        }
        await oksana.has("vote-1.pb");
      });

      await part("asks a quick question, and shows the counts", async () => {
        await oksana.say("/poll");
        await oksana.shows("Надішліть опитування");
        await oksana.say("Коли зустрінемося?\nУ суботу вранці\nУ будні ввечері");
        await oksana.press("📣 Надіслати всім");
        await petro.press("У суботу вранці");
        await petro.shows(/✓ У суботу вранці\s+▰/);
        await mariia.press("У будні ввечері");
        await mariia.shows(/✓ У будні ввечері\s+▰/);
        // Nobody touches Петро's phone, yet what others answer gets there.
        await petro.shows(/У будні ввечері\s+▰+▱* [1-9]/);
      });

      await part("moves the clock a day ahead, and a vote that is due by then closes", async () => {
        await oksana.say("/newvote");
        await oksana.shows("Про що голосуємо?");
        await oksana.say("Де зустрінемося");
        await oksana.shows("Тепер варіанти");
        await oksana.say("Київ\nПолтава");
        await oksana.press("Доба");
        await oksana.offers("✓ Доба");
        await oksana.press("📣 Відкрити для всіх");
        await petro.shows("Де зустрінемося");
        await petro.press("🗳 Голосувати");
        await petro.press(/⬜.*Полтава/);
        await petro.press("📥 Здати бюлетень");
        await petro.shows("Бюлетень здано");
        const before = await page.time();
        await page.bar("+1 день");
        for (const phone of [oksana, petro, mariia, stepan]) {
          await phone.has(/Підсумок: Де зустрінемося.*Полтава\s+▰+▱* [1-9]/s);
        }
        assert.equal(await page.time() - before, 1, "the page shows the day it is for all of them");
      });

      await part("holds a session: a place on the map, people who come in by themselves, and an album", async () => {
        await oksana.say("/newsession");
        await oksana.shows("Як назвемо сесію?");
        await oksana.say("Жива сесія");
        await oksana.shows("Коли?");
        await oksana.say(await page.inMinutes(40));
        await oksana.shows("Де?");
        await oksana.sendPlace("Бібліотека");
        await oksana.shows("Бібліотека");
        await oksana.press("📣 Оголосити");
        await petro.shows("Жива сесія");
        await oksana.say("/checkin");
        await oksana.shows("Реєстрація: Жива сесія");
        await oksana.showsPicture();
        await oksana.newest.getByRole("link", { name: "?start=" }).click();
        await oksana.element.getByRole("menuitem", { name: "Петро" }).click();
        await petro.shows("Ви на місці: Жива сесія");
        // The card follows by itself.
        await oksana.has(/На місці: [1-9]/);
        await petro.press("📷 Додати фото");
        await petro.shows("Надсилайте фото");
        await petro.attachPhotos([DRAWING, DRAWING], "Надіслати 2 фото", "Два мости");
        await petro.shows("Альбом прийнято");
        await petro.hasPicture("Два мости");
        await petro.press("✅ Готово");
        await petro.press(/^🖼 Галерея/);
        await petro.showsPicture();
        await petro.shows("Жива сесія");
      });

      await part("announces a picture to everyone, and tells how far it got", async () => {
        await oksana.command("/announce");
        await oksana.shows("Надішліть повідомлення");
        await oksana.attachPhoto(DRAWING, "Сесія — 5 лютого о 10:00, Київ");
        await oksana.press(/^👥 Усім/);
        await oksana.shows("Кому: усім");
        await oksana.press("📣 Надіслати");
        await oksana.has(/Оголошення надіслано[^]*▰{10} (\d+) \/ \1[^\d]/);
        for (const phone of [petro, mariia, stepan]) {
          await phone.shows("Сесія — 5 лютого о 10:00, Київ");
          await phone.showsPicture();
        }
      });

      await part("leaves out whoever blocked the bot, until they come back", async () => {
        await petro.menu("Заблокувати бота");
        await petro.element.getByText("Бота заблоковано").waitFor();
        await oksana.say("/announce");
        await oksana.shows("Надішліть повідомлення");
        await oksana.say("Цього Петро не почує");
        await oksana.press(/^👥 Усім/);
        await oksana.press("📣 Надіслати");
        await mariia.shows("Цього Петро не почує");
        assert.doesNotMatch(await petro.words(), /не почує/);
        await petro.element.getByRole("button", { name: "Розблокувати й почати знову" }).click();
        await petro.shows("Мережа");
        await petro.offers("💡 Подати пропозицію");
      });

      await part("links a group, and asks everybody there", async () => {
        await oksana.say("/desk");
        await oksana.press("🔗 Групи й канали");
        await oksana.press("➕ Під’єднати групу чи канал");
        await oksana.press("👥 Обрати групу");
        await oksana.element.getByRole("menuitem", { name: "Нова група…" }).click();
        const dialog = page.dialog("Нова група…");
        await dialog.getByLabel("Назва").fill("Розмови");
        await dialog.getByRole("button", { name: "Додати" }).click();
        await oksana.has("Цю групу під’єднано до Мережі");
        await oksana.menu("Додати людину…");
        await page.dialog("Чий телефон показати?").getByRole("button", { name: "Петро" }).click();
        await oksana.say("/poll Де зустрінемося?\nУ парку\nУ бібліотеці");
        await oksana.has("Де зустрінемося?");
        await petro.open("Розмови");
        await petro.press("У парку");
        await petro.toasts("Ваша відповідь: У парку");
        await petro.has(/У парку\s+▰+ 1/);
        await petro.open("Бот");
        await oksana.open("Бот");
        await oksana.has("Опитування вже в групі");
      });

      await part("leads from a card of long ago to what came of it, and keeps its code", async () => {
        assert.doesNotMatch(await stepan.words(), /✏️ Змінити/, "nothing is to be changed any more");
        await stepan.press("📊 Докладніше");
        await stepan.shows("Коди полічених бюлетенів");
        await stepan.has("Бюлетень здано");
      });

      await part("speaks English to whoever chose it", async () => {
        await mariia.command("/settings");
        await mariia.press("English");
        await mariia.shows("Settings");
        await mariia.press("🏠 Menu");
        await mariia.offers("💡 Hand in a proposal");
        await petro.say("/help");
        await petro.shows("Що тут можна робити");
      });

      // What the bot shows may still change meanwhile, as the crowd goes on; what people said may not.
      const everythingSaid = async () => {
        const said = [];
        // A long chat is loaded from its end.
        for (const phone of [oksana, petro, mariia, stepan]) said.push((await phone.said()).slice(-8));
        return said;
      };

      await part("shows the same after a reload", async () => {
        const before = await everythingSaid();
        await page.tab.reload();
        await petro.shows("Що тут можна робити");
        await mariia.offers("💡 Hand in a proposal");
        assert.deepEqual(await everythingSaid(), before);
      });

      await part("finds everything again after a restart", async () => {
        const before = await everythingSaid();
        await page.cutOff(async () => {
          await rehearsal.stop();
          await page.tab.getByText("Немає зв’язку з репетицією").waitFor();
          await rehearsal.startAgain();
          await page.tab.getByText("Немає зв’язку з репетицією").waitFor({ state: "hidden" });
        });
        assert.deepEqual(await everythingSaid(), before);
        await petro.say("/menu");
        await petro.shows("Мережа");
        await petro.press("🗂 Мої пропозиції");
        await petro.shows("Спільний календар подій");
      });
    });
  }
});
