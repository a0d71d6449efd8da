import { mkdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { hasBrowser, noBrowserNotice } from "./browser.ts";
import { consoleTour } from "./console-tour.ts";
import { TOUR_STARTS } from "./console-tour-data.ts";
import { isBuilt, openPhones, type PhoneHouse } from "./phone.ts";
import { tour } from "./phone-tour.ts";
import { takePictures } from "./readme-pictures.ts";
import type { Stop } from "./stop.ts";
import { type Look, tourDesks } from "./tour-desks.ts";

const ROOT = process.env.YIGONG_SCREENSHOTS ?? fileURLToPath(new URL("../../.screenshots", import.meta.url));
const [which = "", only] = process.argv.slice(2);
const NARROW = { width: 768, height: 1024 };
/** Both languages in both sets of colours. */
const LOOKS: readonly Look[] = (["zh-CN", "en"] as const).flatMap((locale) =>
  (["light", "dark"] as const).map((colorScheme) => ({
    name: `${locale}.${colorScheme}`,
    options: { locale, colorScheme },
  })),
);
/** Which pages of the console are looked at on a narrow screen, too. */
const ALSO_NARROW =
  /^(bench|activities|new|people-tab|activity-long|covers|check-in-tab|people|register|award-standings)$/;

const tell = (line: string) => process.stderr.write(`${line}\n`);
const isWanted = ({ name }: Stop) => !only || name.startsWith(only);

function folderOf(kind: string): string {
  const folder = join(ROOT, kind);
  if (!only) rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  return folder;
}

/** A phone page in one language, as long as it is. */
async function shootPhone(phones: PhoneHouse, { name, who, path, act }: Stop, { folder, locale }: Into): Promise<void> {
  const { page, open, close, faults } = await phones.phone(who, { locale });
  try {
    await open(path);
    await act?.(page);
    await page.waitForTimeout(150);
  } catch (error) {
    tell(`${name} ${locale}: ${String(error).split("\n")[0]}`);
  }
  await page.screenshot({ path: join(folder, `${name}.${locale}.png`), fullPage: true });
  if (faults.length > 0) tell(`${name} ${locale}: ${faults.join("\n")}`);
  await close();
}
interface Into {
  folder: string;
  locale: string;
}

async function phonePages(): Promise<void> {
  const folder = folderOf("phone");
  const phones = await openPhones();
  await tour(phones, async (stop) => {
    if (!isWanted(stop)) return;
    for (const locale of ["zh-CN", "en"]) await shootPhone(phones, stop, { folder, locale });
  });
  await phones.close();
  process.stdout.write(`${folder}\n`);
}

async function consolePages(): Promise<void> {
  const folder = folderOf("console");
  const phones = await openPhones({ startAt: TOUR_STARTS });
  const desks = tourDesks(phones);
  const shoot = async (stop: Stop, look: Look) => {
    try {
      const { page, faults } = await desks.at(stop, look);
      await page.screenshot({ path: join(folder, `${stop.name}.${look.name}.png`), fullPage: true });
      if (ALSO_NARROW.test(stop.name)) {
        const before = page.viewportSize();
        await page.setViewportSize(NARROW);
        await page.screenshot({ path: join(folder, `${stop.name}.${look.name}.768.png`), fullPage: true });
        if (before) await page.setViewportSize(before);
      }
      if (faults.length > 0) tell(`${stop.name} ${look.name}: ${faults.join("\n")}`);
    } catch (error) {
      tell(`${stop.name} ${look.name}: ${String(error).split("\n")[0]}`);
    }
  };
  await consoleTour(phones, async (stop) => {
    if (isWanted(stop)) await Promise.all(LOOKS.map((look) => shoot(stop, look)));
  });
  await desks.close();
  await phones.close();
  process.stdout.write(`${folder}\n`);
}

if (!hasBrowser || !isBuilt) {
  tell(isBuilt ? noBrowserNotice : "run npm run build:web first");
  process.exit(1);
}
if (which === "pictures") await takePictures();
else {
  if (which !== "console") await phonePages();
  if (which !== "phone") await consolePages();
}
