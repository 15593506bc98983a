// The page as people use it: phones that are looked at, typed on and pressed. Everything waits for what a person would
// see, and nothing waits for the clock.

import { chromium } from "playwright-core";

const PATIENCE_MS = 15_000;

/** A browser with the page open. */
export class Page {
  static async open(url, screen) {
    const browser = await chromium.launch({
      executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
      // The sandbox refuses to run as root, as continuous integration does; the page is our own.
      args: ["--no-sandbox", "--disable-gpu"],
    });
    const context = await browser.newContext({ locale: "uk-UA", ...screen });
    context.setDefaultTimeout(PATIENCE_MS);
    const page = new Page();
    page.browser = browser;
    page.tab = await context.newPage();
    page.isSmall = screen.viewport.width < 720;
    page.troubles = [];
    page.watch();
    await page.tab.goto(url);
    return page;
  }

  /** Writes down whatever the browser complains about: errors, broken policies, requests that fail. */
  watch() {
    const trouble = (what) => this.isCutOff || this.troubles.push(what);
    this.tab.on("console", (message) => {
      if (["error", "warning"].includes(message.type())) trouble(`console: ${message.text()}`);
    });
    this.tab.on("pageerror", (error) => trouble(`error: ${error.stack}`));
    this.tab.on("requestfailed", (request) => {
      const { errorText } = request.failure();
      // That is how a reload ends whatever was under way.
      if (errorText === "net::ERR_ABORTED") return;
      trouble(`request: ${request.url()} ${errorText}`);
    });
    this.tab.on("response", (response) => {
      if (response.status() >= 400) trouble(`answer: ${response.status()} ${response.url()}`);
    });
  }

  /** What is done while the server is away: the browser may complain of that. */
  async cutOff(work) {
    this.isCutOff = true;
    await work();
    this.isCutOff = false;
  }

  phone(name) {
    return new Phone(this, name);
  }

  /** Presses a button of the top bar; a small screen keeps them in a menu. */
  async bar(button) {
    if (this.isSmall) await this.tab.getByRole("banner").getByRole("button", { name: "Більше" }).click();
    const place = this.isSmall ? this.tab.getByRole("menu") : this.tab.getByRole("banner").first();
    await place.getByRole(this.isSmall ? "menuitem" : "button", { name: button }).click();
  }

  /** The rehearsal's day as the page shows it, in days since 1970. A small screen shows it in a menu. */
  async time() {
    const now = await this.tab.evaluate(() => fetch("/api/clock").then((answer) => answer.json()).then(({ now }) => now));
    const kyiv = new Intl.DateTimeFormat("uk-UA", { timeZone: "Europe/Kyiv", day: "numeric", month: "short" });
    await this.tab.locator("time.clock").filter({ hasText: kyiv.format(now * 1000) }).waitFor({ state: "attached" });
    return Math.floor(now / 86_400);
  }

  /** A time of the rehearsal's, so many minutes ahead, as one writes it to the bot: "05.02 10:40". */
  async inMinutes(minutes) {
    const now = await this.tab.evaluate(() => fetch("/api/clock").then((answer) => answer.json()).then(({ now }) => now));
    const kyiv = new Intl.DateTimeFormat("uk-UA", { timeZone: "Europe/Kyiv", day: "2-digit", month: "2-digit",
      hour: "2-digit", minute: "2-digit" });
    return kyiv.format((now + minutes * 60) * 1000).replace(",", "");
  }

  /** All that stands on the page, for when something goes wrong. */
  words() {
    return this.tab.locator("body").evaluate((body) => body.textContent);
  }

  dialog(title) {
    return this.tab.getByRole("dialog", { name: title });
  }

  /** Somebody new, with a phone. */
  async newPerson(name) {
    await this.bar("Нова людина");
    const dialog = this.dialog("Нова людина");
    await dialog.getByLabel("Ім’я", { exact: true }).fill(name);
    await dialog.getByRole("button", { name: "Додати" }).click();
    return this.phone(name);
  }
}

/** One phone. A small screen shows one at a time, so it is brought to the front before anything is done or seen. */
export class Phone {
  constructor(page, name) {
    this.page = page;
    this.name = name;
    this.element = page.tab.getByRole("region", { name: `Телефон: ${name}`, exact: true });
    this.chat = this.element.getByRole("log");
    this.newest = this.chat.locator(".message").last();
  }

  async front() {
    if (!this.page.isSmall || await this.element.isVisible()) return;
    await this.page.tab.getByRole("navigation").getByRole("button", { name: this.name }).click();
  }

  /** The newest message says this. */
  async shows(words) {
    await this.front();
    await this.newest.filter({ hasText: words }).waitFor();
  }

  /** Some message says this, even if others came after it. */
  async has(words) {
    await this.front();
    await this.chat.locator(".message").filter({ hasText: words }).last().waitFor();
  }

  /** This stands above the messages for a while. */
  async toasts(words) {
    await this.front();
    await this.element.getByRole("status").getByText(words).waitFor();
  }

  /** A button under the newest message that has it. */
  button(name) {
    return this.chat.getByRole("button", { name, exact: typeof name === "string" }).last();
  }

  async offers(name) {
    await this.front();
    await this.button(name).waitFor();
  }

  async press(name) {
    await this.front();
    await this.button(name).click();
  }

  async say(text) {
    await this.front();
    const input = this.element.getByRole("textbox");
    await input.fill(text);
    await input.press("Enter");
  }

  /** Chooses from the menu of the bot's commands. */
  async command(name) {
    await this.front();
    await this.element.getByRole("button", { name: "Команди бота" }).click();
    await this.element.getByRole("menuitem", { name }).click();
  }

  /** Chooses from the phone's own menu. */
  async menu(item) {
    await this.front();
    await this.element.getByRole("button", { name: "Меню телефона" }).click();
    await this.element.getByRole("menuitem", { name: item }).click();
  }

  /** Opens another chat of the phone: the bot's or a group's. */
  async open(chat) {
    await this.front();
    await this.element.getByRole("navigation").getByRole("button", { name: chat }).click();
  }

  attachPhoto(file, caption) {
    return this.attachPhotos([file], "Надіслати фото", caption);
  }

  async attachPhotos(files, title, caption) {
    await this.front();
    await this.element.getByRole("button", { name: "Прикріпити" }).click();
    const chooser = this.page.tab.waitForEvent("filechooser");
    await this.element.getByRole("menuitem", { name: "Фото" }).click();
    await (await chooser).setFiles(files);
    const dialog = this.page.dialog(title);
    await dialog.getByLabel("Підпис").fill(caption);
    await dialog.getByRole("button", { name: "Надіслати" }).click();
  }

  /** Sends a place on the map, with the keyboard alone. */
  async sendPlace(title) {
    await this.front();
    const { keyboard } = this.page.tab;
    await this.element.getByRole("button", { name: "Прикріпити" }).focus();
    await keyboard.press("Enter");
    await keyboard.press("End");
    await keyboard.press("Enter");
    const dialog = this.page.dialog("Надіслати місце");
    await dialog.getByLabel("Що там").waitFor();
    await keyboard.type(title);
    await keyboard.press("Enter");
    await dialog.waitFor({ state: "hidden" });
  }

  /** The newest message shows a picture, and its bytes have come. */
  async showsPicture() {
    await this.front();
    await arrived(this.newest.getByRole("img"));
  }

  /** Some message shows a picture with these words below it, and its bytes have come. */
  async hasPicture(words) {
    await this.front();
    await arrived(this.chat.locator(".message").filter({ hasText: words }).getByRole("img").last());
  }

  /** What the whole chat says. */
  async words() {
    await this.front();
    return this.chat.innerText();
  }

  /** All that the person said in this chat. */
  async said() {
    await this.front();
    return this.chat.locator(".message.own").allInnerTexts();
  }
}

async function arrived(picture) {
  await picture.waitFor();
  await picture.evaluate((image) => image.decode());
}
