import { AxeBuilder } from "@axe-core/playwright";
import type { Who } from "@yigong/testing/alliance.ts";
import type { BrowserContextOptions, Page } from "playwright-core";
import type { Phone, PhoneHouse } from "./phone.ts";

/** Opens somebody's desk and keeps what its page complained about until the end. */
export function deskKeeper(phones: () => PhoneHouse) {
  const desks: { who: Who; desk: Phone }[] = [];
  return {
    async at(who: Who, options: BrowserContextOptions = {}): Promise<Phone> {
      const desk = await phones().desk(who, options);
      desks.push({ who, desk });
      return desk;
    },
    /** What any of them complained about, or asked of others. */
    faults: () =>
      desks.flatMap(({ who, desk }) => [...desk.faults, ...desk.elsewhere].map((fault) => `${who}: ${fault}`)),
  };
}

export const press = (page: Page, name: string): Promise<void> =>
  page.getByRole("button", { name, exact: true }).click();

/** Presses a button of the dialog that is open. */
export const pressIn = (page: Page, name: string): Promise<void> =>
  page.getByRole("dialog").last().getByRole("button", { name, exact: true }).click();

/** Waits until something is said on the page. */
export const said = (page: Page, text: string | RegExp): Promise<void> => page.getByText(text).first().waitFor();

interface Sent {
  items: { subject: string }[];
}

/** Asks for a one-time code and enters it, as the dialog wants. */
export async function enterCode({ house }: PhoneHouse, page: Page): Promise<void> {
  const dialog = page.getByRole("dialog", { name: /核对一次身份|Confirm once more/ });
  await dialog.getByRole("button", { name: /发送验证码|Send the code/ }).click();
  await dialog.getByRole("status").waitFor();
  await house.machine.settle();
  const answer = await house.machine.web.request("/inbox.json?limit=20");
  const { items } = (await answer.json()) as Sent;
  const [code = ""] = items.flatMap(({ subject }) => /(?:验证码|code:) (\d{6})/.exec(subject)?.[1] ?? []);
  await dialog.getByLabel(/^(验证码|Code)$/).fill(code);
  await dialog.getByRole("button", { name: /核对并继续|Check and go on/ }).click();
  await dialog.waitFor({ state: "detached" });
}

/** What keeps somebody out of a page, by axe. */
export async function keepsOut(page: Page): Promise<string[]> {
  // What is still fading has colours of its own for a moment.
  await page.evaluate(() =>
    Promise.allSettled(
      document.getAnimations().flatMap((one) => (one.effect?.getTiming().iterations === 1 ? [one.finished] : [])),
    ),
  );
  const { violations } = await new AxeBuilder({ page }).options({ resultTypes: ["violations"] }).analyze();
  return violations.map(({ id, nodes }) => `${id} ${nodes.map(({ html }) => html.slice(0, 160)).join(" | ")}`);
}

/** Keeps a picture of the page where `SHOTS` says. */
export async function shoot(page: Page, name: string): Promise<void> {
  if (process.env.SHOTS) await page.screenshot({ path: `${process.env.SHOTS}/${name}.png`, fullPage: true });
}
