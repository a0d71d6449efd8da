import { mkdirSync } from "node:fs";
import { AxeBuilder } from "@axe-core/playwright";
import type { Page } from "playwright-core";
import type { Phone, PhoneHouse } from "./phone.ts";

/** What keeps somebody out of a page, as axe finds it; the page has to be opened with `bypassCSP`. */
export async function barriersOf(page: Page): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page }).options({ resultTypes: ["violations"] }).analyze();
  return violations.map(({ id, nodes }) => `${id} ${nodes[0]?.html.slice(0, 300)}`);
}

/** Keeps a picture of a page under `CONSOLE_SHOTS`, for whoever looks at it. */
export async function picture({ page }: Pick<Phone, "page">, name: string): Promise<void> {
  const folder = process.env.CONSOLE_SHOTS;
  if (!folder) return;
  mkdirSync(folder, { recursive: true });
  await page.screenshot({ path: `${folder}/${name}.png`, fullPage: true });
}

/** Picks from one of Ant Design's fields to choose from, by its label. */
export async function choose(page: Page, label: string, option: string): Promise<void> {
  const field = page.getByRole("combobox", { name: label, exact: true }).last();
  await field.click();
  if (await field.isEditable()) await field.fill(option);
  await page
    .locator(".ant-select-dropdown .ant-select-item-option", { hasText: option })
    .filter({ visible: true })
    .first()
    .click();
}

/** Writes a day into one of Ant Design's fields, by its label. */
export async function writeDay(page: Page, label: string, day: string): Promise<void> {
  const field = page.getByLabel(label).last();
  await field.click();
  await field.fill(day);
  await field.press("Enter");
}

/** Enters the one-time code that an import asks for. */
export async function confirmIdentity(page: Page, { machine }: PhoneHouse["house"]): Promise<void> {
  const dialog = page.getByRole("dialog", { name: "请再核对一次身份" });
  await dialog.getByRole("button", { name: "发送验证码" }).click();
  await dialog.getByText("前有效").waitFor();
  await machine.settle();
  const inbox = await (await machine.web.request("/inbox")).text();
  await dialog.getByLabel("验证码").fill(/验证码\D*(\d{6})/.exec(inbox)?.[1] ?? "");
  await dialog.getByRole("button", { name: "核对并继续" }).click();
}
