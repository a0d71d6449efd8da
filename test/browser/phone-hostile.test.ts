import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { browserRequired, hasBrowser, noBrowserNotice } from "./browser.ts";
import { hostileStrings } from "./hostile-strings.ts";
import { isBuilt, openPhones, type PhoneHouse } from "./phone.ts";
import { openHostile } from "./phone-hostile.ts";
import { hostileTour } from "./phone-hostile-tour.ts";
import type { Stop } from "./stop.ts";

const COUNT = 1000;
/** How many a page shows at once. */
const AT_ONCE = 500;

if (!hasBrowser || !isBuilt) {
  process.stderr.write(`${isBuilt ? noBrowserNotice : "the phone pages were not built: npm run build:web"}\n`);
  it("passes by when there is no browser, unless one is required", () => {
    expect(browserRequired).toBe(false);
  });
} else
  describe("what somebody typed to harm a page", () => {
    const strings = hostileStrings(COUNT);
    const batches = Array.from({ length: COUNT / AT_ONCE }, (_, at) => strings.slice(at * AT_ONCE, (at + 1) * AT_ONCE));
    let phones: PhoneHouse;
    const wrong: string[] = [];
    const stops: string[] = [];

    const showAll = async (stop: Stop) => {
      stops.push(stop.name);
      const halves = [0, 1].map(async (half) => {
        const hostile = await openHostile(phones, stop);
        for (const batch of batches.filter((_, at) => at % 2 === half)) wrong.push(...(await hostile.show(batch)));
        await hostile.close();
      });
      await Promise.all(halves);
    };

    beforeAll(async () => {
      phones = await openPhones();
      await hostileTour(phones, showAll);
    }, 300_000);
    afterAll(() => phones.close());

    it("is a thousand strings, no two alike", () => {
      expect(new Set(strings).size).toBe(COUNT);
    });

    it("is shown as the text that it is on every page and within it, and nothing of it runs", () => {
      expect(wrong.slice(0, 40)).toEqual([]);
      expect(stops.length).toBeGreaterThanOrEqual(28);
    });
  });
