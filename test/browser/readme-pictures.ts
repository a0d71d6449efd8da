import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { Page } from "playwright-core";
import sharp from "sharp";
import { begin, cover, finish, giveNames, score, serve, TOUR_STARTS } from "./console-tour-data.ts";
import { openPhones } from "./phone.ts";
import { tourDesks } from "./tour-desks.ts";

const FOLDER = fileURLToPath(new URL("../../docs/pictures", import.meta.url));
const LOOK = { name: "readme", options: { locale: "zh-CN", colorScheme: "light", deviceScaleFactor: 1.5 } } as const;
const COLOURS = 64;

async function keep(page: Page, name: string): Promise<void> {
  const picture = await page.screenshot();
  await sharp(picture)
    .png({ palette: true, colours: COLOURS, effort: 10, compressionLevel: 9 })
    .toFile(join(FOLDER, `${name}.png`));
}

/** The pictures of both READMEs. */
export async function takePictures(): Promise<void> {
  mkdirSync(FOLDER, { recursive: true });
  const phones = await openPhones({ startAt: TOUR_STARTS });
  const { house } = phones;
  const desks = tourDesks(phones);
  const shoot = async (name: string, path: string) => {
    const { page } = await desks.at({ name, who: "alliance", path }, LOOK);
    await keep(page, name);
  };
  await giveNames(house);
  const { activity } = await begin(house);
  const phone = await phones.phone("partyA1");
  await phone.open("/m");
  await keep(phone.page, "phone-home");
  await cover(house, activity);
  await shoot("console-activity", `/console/activities/${activity.id}`);
  await serve(house, activity);
  await finish(house, activity);
  await house.fileArchive(activity);
  await score(house, activity);
  await shoot("console-bench", "/console");
  await desks.close();
  await phones.close();
  process.stdout.write(`${FOLDER}\n`);
}
