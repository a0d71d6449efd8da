import type { Who } from "@yigong/testing/alliance.ts";
import type { BrowserContextOptions, Page } from "playwright-core";
import type { Phone, PhoneHouse } from "./phone.ts";
import type { Stop } from "./stop.ts";

/** In which language and colours a page is looked at. */
export interface Look {
  name: string;
  options: BrowserContextOptions;
}

/** What is still on its way, as far as the page shows it. */
const RESTLESS = ".bones, .ant-skeleton, .ant-spin-spinning, .list-waiting, .track-bones, .ant-btn-loading";

interface Desk extends Phone {
  /** What was asked for and is not there yet. */
  pending: Set<unknown>;
  /** Whether a stop left a dialog or a draft behind. */
  touched: boolean;
}

/** Waits until nothing is asked for any more and nothing waits, twice in a row. */
async function settle({ page, pending }: Desk): Promise<void> {
  let calm = 0;
  for (let tries = 0; tries < 200 && calm < 2; tries += 1) {
    const rests =
      pending.size === 0 &&
      (await page.evaluate((of) => document.querySelector("h1") !== null && !document.querySelector(of), RESTLESS));
    calm = rests ? calm + 1 : 0;
    await page.waitForTimeout(30);
  }
}

/** Desks that stay open during a tour, one a person and look: from page to page one goes within the app, as people do. */
export function tourDesks(phones: PhoneHouse) {
  const desks = new Map<string, Promise<Desk>>();
  let visits = 0;

  const sit = async (who: Who, { options }: Look): Promise<Desk> => {
    const phone = await phones.desk(who, { bypassCSP: true, ...options });
    const pending = new Set<unknown>();
    const { page } = phone;
    page.on("request", (request) => pending.add(request));
    page.on("requestfinished", (request) => pending.delete(request));
    page.on("requestfailed", (request) => pending.delete(request));
    return { ...phone, pending, touched: true };
  };
  const deskOf = (who: Who, look: Look): Promise<Desk> => {
    const key = `${who} ${look.name}`;
    const desk = desks.get(key) ?? sit(who, look);
    desks.set(key, desk);
    return desk;
  };

  return {
    /** Goes to a stop and makes its state. @returns the page, and what it complained about on the way */
    async at({ who, path, act }: Stop, look: Look): Promise<{ page: Page; faults: string[] }> {
      const desk = await deskOf(who, look);
      const { page, faults, elsewhere } = desk;
      const before = [faults.length, elsewhere.length] as const;
      if (desk.touched) await desk.open(path);
      else {
        // The clock stands still: what was read a moment ago would stay fresh for good.
        visits += 1;
        await page.clock.setFixedTime(Date.parse(phones.house.machine.now()) + visits * 3_000);
        await page.evaluate((to) => {
          history.pushState(null, "", to);
          // What was read before is read again, as when somebody comes back to the page.
          window.dispatchEvent(new Event("visibilitychange"));
        }, path);
      }
      await settle(desk);
      desk.touched = act !== undefined;
      await act?.(page);
      if (act) await settle(desk);
      return { page, faults: [...faults.slice(before[0]), ...elsewhere.slice(before[1])] };
    },
    async close() {
      for (const desk of desks.values()) await (await desk).close();
      desks.clear();
    },
  };
}

export type TourDesks = ReturnType<typeof tourDesks>;
