import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { openSession } from "@yigong/application/session/open-session.ts";
import { type Listening, listen } from "@yigong/local/server.ts";
import { type Alliance, type AllianceOptions, openAlliance, type Who } from "@yigong/testing/alliance.ts";
import type { Browser, BrowserContextOptions, Page } from "playwright-core";
import { openBrowser } from "./browser.ts";

/** Whether the pages were built, as `npm ci` and `npm run build:web` do. */
export const isBuilt = existsSync(fileURLToPath(new URL("../../packages/web/dist/phone.html", import.meta.url)));

/** Somebody's phone, and what its page complained about or asked of others. */
export interface Phone {
  page: Page;
  /** Opens a page of ours and waits until its heading is there. */
  open(path: string): Promise<void>;
  faults: string[];
  elsewhere: string[];
  offline(is: boolean): Promise<void>;
  close(): Promise<void>;
}

export interface PhoneHouse {
  house: Alliance;
  origin: string;
  phone(who: Who, options?: BrowserContextOptions): Promise<Phone>;
  /** A phone on which nobody has signed in yet. */
  newPhone(options?: BrowserContextOptions): Promise<Phone>;
  /** The same at somebody's desk, for the console. */
  desk(who: Who, options?: BrowserContextOptions): Promise<Phone>;
  close(): Promise<void>;
}

/** A whole machine in virtual time, served on loopback, and phones of its people. */
export async function openPhones(options: AllianceOptions = {}): Promise<PhoneHouse> {
  const listening: Listening = await listen(0);
  const origin = `http://127.0.0.1:${listening.port}`;
  const house = await openAlliance({ ...options, origin: () => origin });
  listening.serve((request) => house.machine.web.fetch(request));
  const browser = await openBrowser();
  const openFor = async (who: Who, options: BrowserContextOptions) => {
    const phone = await openPhone({ house, origin, browser }, options);
    await signIn({ house, origin }, phone, who);
    return phone;
  };
  return {
    house,
    origin,
    phone: (who, options = {}) => openFor(who, { ...PHONE, ...options }),
    newPhone: (options = {}) => openPhone({ house, origin, browser }, { ...PHONE, ...options }),
    desk: (who, options = {}) => openFor(who, { ...DESK, ...options }),
    async close() {
      await browser.close();
      await listening.close();
      await house.close();
    },
  };
}

const WECOM =
  "Mozilla/5.0 (Linux; Android 14; V2309A) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/126.0.0.0 Mobile Safari/537.36 wxwork/4.1.28";

/** Without motion: a dialog that still grows moves its buttons away from under a press, and nobody presses so early. */
const STILL: BrowserContextOptions = { reducedMotion: "reduce" };

const PHONE: BrowserContextOptions = {
  ...STILL,
  viewport: { width: 390, height: 844 },
  deviceScaleFactor: 2,
  hasTouch: true,
  isMobile: true,
  locale: "zh-CN",
  userAgent: WECOM,
};
const DESK: BrowserContextOptions = { ...STILL, viewport: { width: 1280, height: 800 }, locale: "zh-CN" };

interface Deps {
  house: Alliance;
  origin: string;
  browser: Browser;
}

async function signIn({ house, origin }: Pick<Deps, "house" | "origin">, { page }: Phone, who: Who): Promise<void> {
  const { app, now } = house.machine;
  const signedIn = { memberId: house.idOf(who), way: "code", device: WECOM, at: now() } as const;
  const { secret } = await openSession(app.useCases, signedIn);
  await page.context().addCookies([{ name: "yigong", value: secret, url: origin, httpOnly: true, sameSite: "Lax" }]);
}

async function openPhone({ house, origin, browser }: Deps, options: BrowserContextOptions): Promise<Phone> {
  const { now } = house.machine;
  const context = await browser.newContext(options);
  const page = await context.newPage();
  await page.clock.setFixedTime(now());
  const faults: string[] = [];
  const elsewhere: string[] = [];
  page.on("request", (request) => {
    const url = request.url();
    if (!/^(blob|data):/.test(url) && !url.startsWith(origin)) elsewhere.push(url);
  });
  page.on("pageerror", (error) => faults.push(String(error)));
  page.on("console", (message) => {
    // The browser itself tells of each answer that is a refusal.
    if (!message.text().startsWith("Failed to load resource")) faults.push(message.text());
  });
  return {
    page,
    faults,
    elsewhere,
    async open(path) {
      await page.clock.setFixedTime(now());
      await page.goto(origin + path);
      await page.getByRole("heading", { level: 1 }).waitFor();
      await page.locator(".bones").first().waitFor({ state: "detached" });
    },
    offline: (is) => context.setOffline(is),
    close: () => context.close(),
  };
}
