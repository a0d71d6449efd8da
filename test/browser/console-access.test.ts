import { AxeBuilder } from "@axe-core/playwright";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { browserRequired, hasBrowser, noBrowserNotice } from "./browser.ts";
import { consoleTour } from "./console-tour.ts";
import { TOUR_STARTS } from "./console-tour-data.ts";
import { isBuilt, openPhones, type PhoneHouse } from "./phone.ts";
import type { Stop } from "./stop.ts";
import { type Look, type TourDesks, tourDesks } from "./tour-desks.ts";

const WIDTHS = [768, 1280] as const;
const HEIGHT = 800;
/** Both languages and both sets of colours. */
const LOOKS: readonly Look[] = [
  { name: "zh-CN light", options: { locale: "zh-CN", colorScheme: "light" } },
  { name: "en dark", options: { locale: "en", colorScheme: "dark" } },
];

if (!hasBrowser || !isBuilt) {
  process.stderr.write(`${isBuilt ? noBrowserNotice : "the console was not built: npm run build:web"}\n`);
  it("passes by when there is no browser, unless one is required", () => {
    expect(browserRequired).toBe(false);
  });
} else
  describe("the console's pages, each in every state", () => {
    let phones: PhoneHouse;
    let desks: TourDesks;
    let stops = 0;
    const keepsOut: string[] = [];
    const wide: string[] = [];
    const faulty: string[] = [];

    const look = async (stop: Stop, one: Look) => {
      const told = `${stop.name} ${one.name}`;
      const { page, faults } = await desks.at(stop, one);
      faulty.push(...faults.map((fault) => `${told}: ${fault}`));
      const { violations } = await new AxeBuilder({ page })
        .options({ resultTypes: ["violations"] })
        // Ant Design's own list of what may be chosen has a copy that nobody sees.
        .exclude(".ant-select-dropdown")
        // Without frames, there is no need of a page of its own for the results.
        .setLegacyMode()
        .analyze();
      keepsOut.push(...violations.map(({ id, nodes }) => `${told}: ${id} ${nodes[0]?.html.slice(0, 300)}`));
      for (const width of WIDTHS) {
        await page.setViewportSize({ width, height: HEIGHT });
        // A table takes a moment to follow; a page that is too wide stays so.
        await page
          .waitForFunction((most) => document.documentElement.scrollWidth <= most, width, { timeout: 10_000 })
          .catch(() => wide.push(`${told}: wider than ${width}`));
      }
    };

    beforeAll(async () => {
      phones = await openPhones({ startAt: TOUR_STARTS });
      desks = tourDesks(phones);
      await consoleTour(phones, async (stop) => {
        // Each stop in one look, in turn; where the browser is demanded, in both.
        stops += 1;
        const looks = browserRequired ? LOOKS : LOOKS.filter((_, at) => at === stops % LOOKS.length);
        await Promise.all(looks.map((one) => look(stop, one)));
      });
    }, 900_000);
    afterAll(async () => {
      await desks.close();
      await phones.close();
    });

    it("have nothing that keeps anybody out", () => {
      expect(keepsOut).toEqual([]);
    });

    it("are no wider than the screen, from 768 px on", () => {
      expect(wide).toEqual([]);
    });

    it("work without a fault", () => {
      expect(faulty).toEqual([]);
      expect(phones.house.faults).toEqual([]);
    });
  });
