import type { Meter } from "@yigong/core/lib/meter.ts";
import type { Page } from "playwright-core";

export interface Visited {
  /** From the click on another page of a table of people until its rows are painted, p95 in ms. */
  tablePageMs: number;
  /** From a key in the search box until what it finds is painted, p95 in ms. */
  searchMs: number;
  /** The slowest interaction that Chromium tells of, in ms. @source web.dev, Interaction to Next Paint */
  inpMs: number;
  /** What a page reads when a process shows it first, and when it is opened again. */
  pages: { path: string; readUnits: number; againUnits: number; requests: number }[];
}

const PATHS = [
  "/console",
  "/console/activities",
  "/console/people",
  "/console/covers",
  "/console/messages",
  "/console/audit",
];
const PAGES = 20;
const QUERIES = ["0", "00", "001", "0012", "敬", "敬老", "qingsao", "00712"];
const SHARE = 0.95;

const p95 = (times: readonly number[]): number =>
  [...times].sort((a, b) => a - b)[Math.ceil(times.length * SHARE) - 1] ?? Number.NaN;

/** Visits the console's pages and does on them what people do most. */
export async function measureInteractions(
  page: Page,
  { origin, meter }: { origin: string; meter: Meter },
): Promise<Visited> {
  // What runs this names functions by a helper of its own, which pages do not have.
  await page.addInitScript({ content: "globalThis.__name = (named) => named" });
  await page.addInitScript(() => {
    const seen: number[] = [];
    Object.assign(window, { slowest: seen });
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries() as (PerformanceEntry & { interactionId?: number })[])
        if (entry.interactionId) seen.push(entry.duration);
    }).observe({ type: "event", durationThreshold: 16, buffered: true } as PerformanceObserverInit);
  });
  const pages: Visited["pages"] = [];
  for (const path of PATHS) {
    const first = await visit(page, { origin, meter, path });
    const again = await visit(page, { origin, meter, path });
    pages.push({ ...first, path, againUnits: again.readUnits });
  }
  const searchMs = await searching(page);
  const tablePageMs = await turning(page, origin);
  const inpMs = await page.evaluate(() => Math.max(0, ...(window as unknown as { slowest: number[] }).slowest));
  return { tablePageMs, searchMs, inpMs, pages };
}

/** Opens a page and waits for what it shows. */
async function visit(page: Page, { origin, meter, path }: { origin: string; meter: Meter; path: string }) {
  const before = meter.readUnits;
  let requests = 0;
  const count = (request: { url(): string }) => {
    if (request.url().includes("/api/v1/")) requests += 1;
  };
  page.on("request", count);
  await page.goto(origin + path);
  await page.getByRole("heading", { level: 1 }).waitFor();
  await page.locator(".bones, .ant-spin-spinning").first().waitFor({ state: "detached" });
  page.off("request", count);
  return { readUnits: meter.readUnits - before, requests };
}

const SLOW_MS = 3_000;

/**
 * Acts, and waits until the answer that it asks for is painted: two frames after it came, when rows are there.
 * The page watches before the act is sent: a key is faster than a question to the page.
 * @returns ms since the event that caused it
 */
async function painted(
  page: Page,
  { event, asks, rows, act }: { event: "click" | "input"; asks: string; rows: string; act: () => Promise<unknown> },
): Promise<number> {
  await page.evaluate(
    ([name = "", asked = "", selector = "", slow]) => {
      const shown = new Promise<number>((resolve) => {
        const watch = () => {
          const began = performance.now();
          const passed = () => performance.now() - began;
          performance.clearResourceTimings();
          const isAnswered = () => performance.getEntriesByType("resource").some((entry) => entry.name.includes(asked));
          const isThere = () => document.querySelector(selector) && !document.querySelector(".ant-spin-spinning");
          const look = () => {
            // An answer that finds nobody has no rows: it counts as slow rather than hanging.
            if (passed() > Number(slow)) resolve(passed());
            else if (!isAnswered() || !isThere()) requestAnimationFrame(look);
            else requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(() => resolve(passed()))));
          };
          look();
        };
        addEventListener(name, watch, { capture: true, once: true });
      });
      Object.assign(window, { shown });
    },
    [event, asks, rows, String(SLOW_MS)],
  );
  await act();
  return page.evaluate(() => (window as unknown as { shown: Promise<number> }).shown);
}

async function turning(page: Page, origin: string): Promise<number> {
  await page.goto(`${origin}/console/people`);
  await page.locator(".ant-pagination-next button").waitFor();
  const times: number[] = [];
  for (let turn = 0; turn < PAGES; turn += 1) {
    const next = page.locator(".ant-pagination-next button");
    times.push(
      await painted(page, {
        event: "click",
        asks: "/api/v1/members?",
        rows: ".ant-table-tbody .ant-table-row",
        act: () => next.click(),
      }),
    );
  }
  return p95(times);
}

async function searching(page: Page): Promise<number> {
  const field = page.locator(".shell-search input");
  const times: number[] = [];
  for (const query of QUERIES) {
    await field.fill("");
    await field.focus();
    const type = () => page.keyboard.insertText(query);
    times.push(
      await painted(page, { event: "input", asks: "/api/v1/search?", rows: ".ant-select-item-option", act: type }),
    );
  }
  return p95(times);
}
