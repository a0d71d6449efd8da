import type { Alliance, Who } from "@yigong/testing/alliance.ts";
import { numberOf } from "@yigong/testing/sample/people.ts";
import type { BrowserContextOptions, Page } from "playwright-core";
import { openPhones, type Phone } from "./phone.ts";

/** People who each have one session for as long as the story lasts, at a desk or on a phone. */
export interface ConsoleStory {
  house: Alliance;
  /** Somebody's desk or phone with a page open on it; the first time settles which language they read. */
  desk(who: Who, path: string, options?: BrowserContextOptions): Promise<Page>;
  phone(who: Who, path: string, options?: BrowserContextOptions): Promise<Page>;
  /** Opens on somebody's phone what their newest message about something links to. */
  follow(who: Who, about: string, options?: BrowserContextOptions): Promise<Page>;
  /** The same for somebody outside, by the number that messages went to. */
  followOutside(mobile: string): Promise<Page>;
  /** How many have a session. */
  people(): number;
  /** What any page complained about, or asked of others. */
  faults(): string[];
  close(): Promise<void>;
}

/** Opens a house in which a party member has a shift at their counter on the day that the form for a new activity proposes. */
export async function openConsoleStory(): Promise<ConsoleStory> {
  const phones = await openPhones();
  const { house } = phones;
  const [from, to] = [house.day(DAYS_AWAY, "08:00"), house.day(DAYS_AWAY, "16:00")];
  await house.putShifts([{ who: "partyA1", post: "营业员", from, to }]);
  const held = new Map<string, Phone>();
  const at = async (who: string, opening: () => Promise<Phone>, path: string) => {
    const phone = held.get(who) ?? (await opening());
    held.set(who, phone);
    await phone.open(path);
    return phone.page;
  };
  const desk: ConsoleStory["desk"] = (who, path, options = {}) =>
    at(`${who} desk`, () => phones.desk(who, options), path);
  const phone: ConsoleStory["phone"] = (who, path, options = {}) =>
    at(`${who} phone`, () => phones.phone(who, options), path);
  const followed = async (page: Page, about = "") => {
    await page.getByRole("listitem").filter({ hasText: about }).getByRole("link").first().click();
    await page.waitForURL((url) => url.pathname !== "/inbox");
    await page.getByRole("heading", { level: 1 }).waitFor();
    return page;
  };
  return {
    house,
    desk,
    phone,
    async follow(who, about, options) {
      await house.machine.settle();
      return followed(await phone(who, `/inbox?recipient=${numberOf(who)}`, options), about);
    },
    async followOutside(mobile) {
      await house.machine.settle();
      return followed(await at(mobile, () => phones.newPhone(), `/inbox?recipient=${mobile}`));
    },
    people: () => held.size,
    faults: () =>
      [...held].flatMap(([who, { faults, elsewhere }]) => [...faults, ...elsewhere].map((what) => `${who}: ${what}`)),
    close: phones.close,
  };
}

/** From the first day of tests to the Saturday that the form proposes. */
export const DAYS_AWAY = 11;

const TITLE = "走进敬老院";

/** A moment of the day of the service. */
export const onTheDay = (time: string): string => new Date(`2026-09-12T${time}:00+08:00`).toISOString();

/** Presses a button, writes the reason that its dialog asks for, and presses the same words there. */
export async function decide(page: Page, words: string, reason?: string): Promise<void> {
  await page.getByRole("button", { name: words, exact: true }).first().click();
  const dialog = page.getByRole("dialog");
  if (reason) await dialog.getByLabel(/理由|Reason/).fill(reason);
  await dialog.getByRole("button", { name: words, exact: true }).click();
  await dialog.waitFor({ state: "hidden" });
}

/** The organizer publishes an activity for somebody definite from the page for a new one; the answer is its id. */
export async function publish(story: ConsoleStory): Promise<string> {
  const page = await story.desk("organizer", "/console");
  await page.getByRole("button", { name: "新建活动" }).click();
  await page.getByRole("heading", { level: 1, name: "新建活动" }).waitFor();
  await page.getByLabel("活动名称").fill(TITLE);
  await page.getByLabel("内容").fill("陪老人聊天、修电视、教用手机。");
  await page.getByLabel("地点", { exact: false }).first().fill("海陵区敬老院");
  await page.getByLabel("有明确的服务对象，归档后回访满意度").check();
  await page.getByLabel("服务对象是谁").fill("敬老院的老人");
  await page.getByText("那时当班的").waitFor();
  await page.getByRole("button", { name: "发布招募公告" }).click();
  await page.waitForURL(/\/console\/activities\/act_/);
  await page.getByText(`已发布「${TITLE}」，公告面向`).waitFor();
  return new URL(page.url()).pathname.split("/").at(-1) ?? "";
}

/** Somebody finds an activity on their phone's home page and signs up, in Chinese. */
export async function signUp(story: ConsoleStory, who: Who, title = TITLE): Promise<void> {
  const page = await story.phone(who, "/m");
  await page.getByRole("link", { name: /^(报名|确认参加)$/ }).click();
  await page.getByLabel(/志愿者|Volunteer/).check();
  await page.getByLabel("我已了解以上风险提示").check();
  await page.getByLabel("我自愿报名").check();
  await page.getByRole("button", { name: "提交报名" }).click();
  await page.getByText(`已报名「${title}」，招募截止时确定名额。`).waitFor();
}

/** The organizer closes recruiting, which is followed by cover. */
export async function closeRecruiting(story: ConsoleStory, id: string): Promise<void> {
  const page = await story.desk("organizer", `/console/activities/${id}`);
  await page.getByText(/自动截止招募，还有/).waitFor();
  await decide(page, "截止招募", "人数已满");
  await page.getByText("代班中").first().waitFor();
}
