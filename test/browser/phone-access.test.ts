import { AxeBuilder } from "@axe-core/playwright";
import type { BrowserContextOptions } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { browserRequired, hasBrowser, noBrowserNotice } from "./browser.ts";
import { isBuilt, openPhones, type Phone, type PhoneHouse } from "./phone.ts";
import { tour } from "./phone-tour.ts";
import type { Stop } from "./stop.ts";

const NARROW = { width: 360, height: 740 };
/** Both languages and both sets of colours. */
const LOOKS: readonly BrowserContextOptions[] = [
  { locale: "zh-CN", colorScheme: "light", viewport: NARROW },
  { locale: "en", colorScheme: "dark", viewport: NARROW },
];

/** What is too small for a thumb, or reaches beyond the screen. */
async function misplaced({ page }: Phone): Promise<string[]> {
  const targets = await page.locator("button, a, select, textarea, input[type=text], label.choice, label.tick").all();
  const found = await Promise.all(
    targets.map(async (target) => ({ box: await target.boundingBox(), text: await target.innerText() })),
  );
  const small = found.flatMap(({ box, text }) =>
    box && (box.height < 44 || box.width < 44 || box.x < 0 || box.x + box.width > NARROW.width) ? [text] : [],
  );
  const wide = await page.evaluate(() => document.documentElement.scrollWidth);
  return wide > NARROW.width ? [...small, `${wide} wide`] : small;
}

if (!hasBrowser || !isBuilt) {
  process.stderr.write(`${isBuilt ? noBrowserNotice : "the phone pages were not built: npm run build:web"}\n`);
  it("passes by when there is no browser, unless one is required", () => {
    expect(browserRequired).toBe(false);
  });
} else
  describe("the phone pages, each in every state", () => {
    let phones: PhoneHouse;
    let stops = 0;
    const keepsOut: string[] = [];
    const small: string[] = [];
    const faulty: string[] = [];

    const look = async ({ name, who, path, act }: Stop, options: BrowserContextOptions) => {
      const phone = await phones.phone(who, { ...options, bypassCSP: true });
      await phone.open(path);
      await act?.(phone.page);
      const { violations } = await new AxeBuilder({ page: phone.page })
        .options({ resultTypes: ["violations"] })
        .analyze();
      const told = `${name} ${options.locale}`;
      keepsOut.push(...violations.map(({ id, nodes }) => `${told}: ${id} ${nodes[0]?.html}`));
      small.push(...(await misplaced(phone)).map((text) => `${told}: ${text}`));
      faulty.push(...phone.faults.map((fault) => `${told}: ${fault}`));
      await phone.close();
    };

    beforeAll(async () => {
      phones = await openPhones();
      await tour(phones, async (stop) => {
        // Each stop in one look, in turn; where the browser is demanded, in both.
        stops += 1;
        const looks = browserRequired ? LOOKS : LOOKS.filter((_, at) => at === stops % LOOKS.length);
        await Promise.all(looks.map((options) => look(stop, options)));
      });
    }, 900_000);
    afterAll(() => phones.close());

    it("have nothing that keeps anybody out", () => {
      expect(keepsOut).toEqual([]);
    });

    it("are one column with 44 px targets, as long as the words may be", () => {
      expect(small).toEqual([]);
    });

    it("work without a fault", () => {
      expect(faulty).toEqual([]);
    });
  });
