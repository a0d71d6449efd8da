import type { Page } from "playwright-core";
import type { Phone, PhoneHouse } from "./phone.ts";
import { TYPED } from "./phone-hostile-tour.ts";
import type { Stop } from "./stop.ts";

/** Where something stands that somebody typed: on a page, in the roster, in a list of units. */
const PLACES = new RegExp(`${TYPED}|营业员|(?:party|free|cover)[AB]\\d`, "g");
const NUMBER = /"employeeNumber":"\d{4}"/g;
const LONGEST_NUMBER = `"employeeNumber":"${"W".repeat(32)}"`;
/** Lists that a page shows entry by entry. */
const LISTS = new Set(["items", "activities", "people", "latest"]);
const inJson = (text: string): string => JSON.stringify(text).slice(1, -1);

/** A list gets an entry for each string; elsewhere they follow each other, each time beginning with another one. */
export function filledWith(strings: readonly string[]) {
  let turn = 0;
  const joined = () => {
    turn += 1;
    const at = turn % strings.length;
    return [...strings.slice(at), ...strings.slice(0, at)].join(" ");
  };
  const fill = (json: string, text: () => string): string => json.replaceAll(PLACES, () => inJson(text()));
  const filled = (value: unknown, name = ""): string => {
    if (Array.isArray(value)) {
      const sample = LISTS.has(name) ? value.find((entry) => JSON.stringify(entry).search(PLACES) >= 0) : undefined;
      const each = sample ? strings.map((text) => fill(JSON.stringify(sample), () => text)) : [];
      return `[${[...value.map((entry) => filled(entry)), ...each].join(",")}]`;
    }
    if (typeof value !== "object" || value === null) return fill(JSON.stringify(value) ?? "null", joined);
    const fields = Object.entries(value).map(([key, held]) => `${JSON.stringify(key)}:${filled(held, key)}`);
    return `{${fields.join(",")}}`;
  };
  return (json: string): string => filled(JSON.parse(json)).replaceAll(NUMBER, LONGEST_NUMBER);
}

interface Answer {
  status: number;
  headers: Record<string, string>;
  text: string;
}

/** Lets a page read what the API says with strings in it. @returns how many answers are on their way */
async function substitute(page: Page, strings: () => readonly string[]): Promise<() => number> {
  const known = new Map<string, Answer>();
  let pending = 0;
  await page.route("**/api/v1/**", async (route) => {
    if (route.request().method() !== "GET") return route.continue();
    pending += 1;
    const url = route.request().url();
    try {
      const answer = known.get(url) ?? (await readAnswer(route));
      known.set(url, answer);
      const { status, headers, text } = answer;
      await route.fulfill({ status, headers, body: text === "" ? "" : filledWith(strings())(text) });
    } finally {
      pending -= 1;
    }
  });
  return () => pending;
}

async function readAnswer(route: Parameters<Parameters<Page["route"]>[1]>[0]): Promise<Answer> {
  const response = await route.fetch();
  const { etag: _, "content-length": __, ...headers } = response.headers();
  return { status: response.status(), headers, text: await response.text() };
}

/** Whatever markup among the strings would have made, and how far the page reaches. Runs in the page. */
export function lookAround() {
  const width = document.documentElement.clientWidth;
  const told = (element: Element) => `${element.tagName}.${element.className} ${element.textContent?.slice(0, 40)}`;
  const made = document.querySelectorAll(
    "script:not([src]),body style,base,iframe,object,embed,video,math,meta[http-equiv],link[href*=evil],form[action^=javascript]," +
      "[onload],[onerror],[onfocus],[onmouseover],[ontoggle],[formaction],[srcdoc]",
  );
  const leading = [...document.querySelectorAll("a[href],img[src]")].filter(
    (element) =>
      !/^(https?|blob|data:image\/svg)/.test((element as HTMLAnchorElement).href ?? (element as HTMLImageElement).src),
  );
  // Spaces that hang over the end of a line belong to an inline box; they are neither seen nor scrolled to.
  const beyond = [...document.querySelectorAll("body *")].filter((element) => {
    const { display, textOverflow } = getComputedStyle(element);
    if (display === "inline" || textOverflow === "ellipsis") return false;
    const { left, right } = element.getBoundingClientRect();
    return right > width + 1 || left < -1;
  });
  const wide = document.documentElement.scrollWidth;
  return [
    ...((window as { __ran?: number }).__ran === undefined ? [] : ["a script ran"]),
    ...[...made].map((element) => `made ${told(element)}`),
    ...leading.map((element) => `leads to ${element.outerHTML.slice(0, 80)}`),
    ...(wide > width ? [`is ${wide} wide`] : []),
    ...beyond.slice(-2).map((element) => `reaches beyond the screen: ${told(element)}`),
  ];
}

const lacking = (strings: readonly string[]) => {
  const text = document.body.textContent ?? "";
  return strings.filter((each) => !text.includes(each));
};

async function isStill(page: Page, pending: () => number): Promise<boolean> {
  const frames = () => new Promise<void>((done) => requestAnimationFrame(() => requestAnimationFrame(() => done())));
  await page.evaluate(frames);
  return pending() === 0 && (await page.locator(".bones").count()) === 0;
}

/** Waits until a page has drawn all that it asked for. */
async function settled(page: Page, pending: () => number): Promise<void> {
  for (let still = 0; still < 2; ) still = (await isStill(page, pending)) ? still + 1 : 0;
}

export const NARROW = { width: 360, height: 740 };

/** A phone whose pages have strings in them, in one go as many as are given. */
export async function openHostile({ phone, origin }: PhoneHouse, { who, path, act, name }: Stop) {
  // Without the page's policy, which would keep from running what got in.
  const own: Phone = await phone(who, { viewport: NARROW, bypassCSP: true });
  const { page, faults, elsewhere } = own;
  let shown: readonly string[] = [];
  const pending = await substitute(page, () => shown);
  page.on("dialog", (dialog) => {
    faults.push(`dialog: ${dialog.message()}`);
    void dialog.dismiss();
  });
  return {
    /** @returns what is wrong with the page */
    async show(strings: readonly string[]): Promise<string[]> {
      shown = strings;
      await page.goto(origin + path);
      await page.getByRole("heading", { level: 1 }).waitFor();
      await settled(page, pending);
      await act?.(page);
      await settled(page, pending);
      const missing = await page.evaluate(lacking, strings);
      const wrong = [
        ...(await page.evaluate(lookAround)),
        ...missing.map((text) => `does not show ${text}`),
        ...faults.splice(0),
        ...elsewhere.splice(0).map((url) => `asked for ${url}`),
      ];
      return wrong.map((what) => `${name}: ${what}`);
    },
    close: own.close,
  };
}
