import type { Started, Who } from "@yigong/testing/alliance.ts";
import { numberOf, rosterCsv } from "@yigong/testing/sample/people.ts";
import { phonePhoto } from "@yigong/testing/sample-files.ts";
import type { BrowserContextOptions, Page } from "playwright-core";
import { openPhones, type Phone, type PhoneHouse } from "./phone.ts";

interface Sent {
  items: { key: string; subject: string; body: string }[];
}

/** One activity, the phones of those who live it, and what they were sent. */
export interface Story extends PhoneHouse {
  activity: Started;
  /** Where a page of the activity is. */
  within(page?: string): string;
  /** Somebody's phone, the same one each time; whoever has none yet gets one on which they are signed in. */
  of(who: Who): Promise<Phone>;
  /** Gives somebody a phone on which they have to sign in. */
  handTo(who: Who, options?: BrowserContextOptions): Promise<Phone>;
  /** The newest message that somebody got, and the address in it. */
  toldTo(who: Who): Promise<{ subject: string; href: string }>;
  /** What the pages complained about, and what they asked of others. */
  faults(): string[];
}

/** Where one-time codes reach `partyA1`: the roster of tests knows no phones. */
const MOBILE = "13912340011";

async function importMobile({ as }: PhoneHouse["house"]): Promise<void> {
  const [header, ...rows] = rosterCsv().split("\n");
  const csv = [`${header},手机`, ...rows.map((row) => `${row},${row.includes(",partyA1,") ? MOBILE : ""}`)].join("\n");
  const form = new FormData();
  form.append("kind", "roster");
  form.append("file", new File([csv], "roster.csv"));
  const { id } = await as("admin").send<{ id: string }>("/imports", form);
  await as("admin").post(`/imports/${id}/apply`);
}

/** Opens a house for trying out with an activity in four days, for which one party member is taken from their counter. */
export async function openStory(): Promise<Story> {
  const phones = await openPhones({ trial: true });
  const { house } = phones;
  await importMobile(house);
  const shift = { post: "营业员", from: house.day(4, "08:00"), to: house.day(4, "16:00") } as const;
  await house.putShifts([{ who: "partyA1", ...shift }]);
  const activity = await house.startActivity({ in: 4 });
  const held = new Map<Who, Phone>();
  const keep = (who: Who, phone: Phone) => {
    held.set(who, phone);
    return phone;
  };
  return {
    ...phones,
    activity,
    within: (page = "") => `/m/activities/${activity.id}${page}`,
    of: async (who) => held.get(who) ?? keep(who, await phones.phone(who)),
    handTo: async (who, options) => keep(who, await phones.newPhone(options)),
    async toldTo(who) {
      await house.machine.settle();
      const path = `/inbox.json?recipient=${numberOf(who)}`;
      const [newest] = ((await (await house.machine.web.request(path)).json()) as Sent).items;
      const [href = ""] = /https?:\S+?(?=[。.]?(\s|$))/.exec(newest?.body ?? "") ?? [];
      return { subject: newest?.subject ?? "", href };
    },
    faults: () =>
      [...held].flatMap(([who, { faults, elsewhere }]) => [...faults, ...elsewhere].map((what) => `${who}: ${what}`)),
  };
}

/** Signs in at `/sign-in` by choosing a name, as on a machine for trying out. */
export async function signInByName(page: Page, who: Who): Promise<void> {
  await page.getByRole("link", { name: "选择名册中的一人登录（试用）" }).click();
  await page.getByLabel("按姓名或工号查找").fill(who);
  await page.getByRole("button", { name: "查找" }).click();
  await page.getByRole("button", { name: who }).click();
}

/** Signs in at `/sign-in` in English by employee number and the code that was sent. */
export async function signInByCode({ house }: PhoneHouse, page: Page, who: Who): Promise<void> {
  await page.getByRole("link", { name: "Sign in by employee number and code" }).click();
  await page.getByLabel("Employee number").fill(numberOf(who));
  await page.getByRole("button", { name: "Send the code" }).click();
  await page.getByRole("heading", { name: "Enter the code" }).waitFor();
  await page.getByLabel("Code (6 digits)").fill(await newestCode({ house }));
  await page.getByRole("button", { name: "Sign in", exact: true }).click();
}

/** Signs up for the only position, from the page for it, and goes back to the activity. @param room - what it says of places */
export async function signUp(page: Page, room: string): Promise<void> {
  await page.getByText(room).waitFor();
  await page.getByText("户外活动，注意防暑。").waitFor();
  await page.getByLabel("服务员").check();
  await page.getByLabel("我已了解以上风险提示").check();
  await page.getByLabel("我自愿报名").check();
  await page.getByRole("button", { name: "提交报名" }).click();
  await page.getByText("已报名「社区便民服务」，招募截止时确定名额。").waitFor();
  await page.getByRole("link", { name: "回到活动" }).click();
  await page.getByRole("heading", { name: "您的安排" }).waitFor();
}

/** The digits of the newest one-time code that the house sent. */
export async function newestCode({ house }: Pick<PhoneHouse, "house">): Promise<string> {
  await house.machine.settle();
  const { items } = (await (await house.machine.web.request("/inbox.json")).json()) as Sent;
  const sent = items.find(({ key }) => key.startsWith("code_"));
  return /\b\d{6}\b/.exec(sent?.body ?? "")?.[0] ?? "";
}

export const photo = async (name: string) => ({ name, mimeType: "image/jpeg", buffer: await phonePhoto(1200, 900) });

/** What stands on a page, heading and body, as one reads it. */
export const textOf = (page: Page): Promise<string> => page.locator("body").innerText();
