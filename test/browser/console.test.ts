import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { browserRequired, hasBrowser, noBrowserNotice } from "./browser.ts";
import { isBuilt, openPhones, type PhoneHouse } from "./phone.ts";

if (!hasBrowser || !isBuilt) {
  process.stderr.write(`${isBuilt ? noBrowserNotice : "the console was not built: npm run build:web"}\n`);
  it("passes by when there is no browser, unless one is required", () => {
    expect(browserRequired).toBe(false);
  });
} else
  describe("the console in a browser", () => {
    let phones: PhoneHouse;

    beforeAll(async () => {
      phones = await openPhones();
      await phones.house.startActivity({ in: 4 });
    });
    afterAll(() => phones.close());

    it("opens within its own policy, and loads nothing of others", async () => {
      const { page, open, faults, elsewhere, close } = await phones.desk("organizer");
      await open("/console");

      expect([faults, elsewhere]).toEqual([[], []]);
      expect(await page.getByRole("menuitem", { name: "设置" }).count()).toBe(0);
      await close();
    });

    it.each([
      ["console", "desk", "/console", "covers-page", "/console/covers"],
      ["phone", "phone", "/m", "points-page", "/m/points"],
    ] as const)("loads anew when a page is gone with an older version: %s", async (_, where, start, part, path) => {
      const { page, open, close } = await phones[where]("organizer");
      await open(start);
      let asked = 0;
      await page.route(`**/assets/${part}-*.js`, async (route) => {
        asked += 1;
        await (asked === 1 ? route.fulfill({ status: 404, body: "" }) : route.continue());
      });
      await page
        .locator(`a[href="${path}"], [data-menu-id$="/${part.replace("-page", "")}"]`)
        .first()
        .click();
      await page.waitForURL(`**${path}`);
      await page.getByRole("heading", { level: 1 }).waitFor();
      await expect.poll(() => asked).toBe(2);

      expect(await page.getByRole("alert").count()).toBe(0);
      await close();
    });
  });
