import { mkdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { hasBrowser, noBrowserNotice } from "./browser.ts";
import { isBuilt, openPhones } from "./phone.ts";
import { tour } from "./phone-tour.ts";
import type { Stop } from "./stop.ts";

const FOLDER = process.env.YIGONG_SCREENSHOTS ?? fileURLToPath(new URL("../../.screenshots/phone", import.meta.url));
const only = process.argv[2];

if (!hasBrowser || !isBuilt) {
  process.stderr.write(`${isBuilt ? noBrowserNotice : "run npm run build:web first"}\n`);
  process.exit(1);
}
if (!only) rmSync(FOLDER, { recursive: true, force: true });
mkdirSync(FOLDER, { recursive: true });
const phones = await openPhones();

/** A page in one language, as long as it is. */
async function shoot({ name, who, path, act }: Stop, locale: string): Promise<void> {
  const { page, open, close, faults } = await phones.phone(who, { locale });
  try {
    await open(path);
    await act?.(page);
    await page.waitForTimeout(150);
  } catch (error) {
    process.stderr.write(`${name} ${locale}: ${String(error).split("\n")[0]}\n`);
  }
  await page.screenshot({ path: join(FOLDER, `${name}.${locale}.png`), fullPage: true });
  if (faults.length > 0) process.stderr.write(`${name} ${locale}: ${faults.join("\n")}\n`);
  await close();
}

await tour(phones, async (stop) => {
  if (only && !stop.name.startsWith(only)) return;
  await shoot(stop, "zh-CN");
  await shoot(stop, "en");
});
await phones.close();
process.stdout.write(`${FOLDER}\n`);
