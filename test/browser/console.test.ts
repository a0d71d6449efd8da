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
      if (process.env.SHOT) await page.screenshot({ path: process.env.SHOT });

      expect([faults, elsewhere]).toEqual([[], []]);
      expect(await page.getByRole("menuitem", { name: "设置" }).count()).toBe(0);
      await close();
    });
  });
