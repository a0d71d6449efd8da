import { existsSync } from "node:fs";
import type { Browser } from "playwright-core";

const WHERE = process.env.YIGONG_CHROMIUM ?? "/usr/bin/chromium";

/** Whether there is a browser to test with. */
export const hasBrowser = existsSync(WHERE);

/** Whether tests must fail rather than pass by when there is none. */
export const browserRequired = process.env.YIGONG_REQUIRE_BROWSER === "1";

/** Starts the browser, without anything that it would do on the network by itself. */
export async function openBrowser(): Promise<Browser> {
  const { chromium } = await import("playwright-core");
  const args = [
    "--no-sandbox",
    "--headless",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-default-apps",
    "--disable-sync",
    "--no-first-run",
    "--no-pings",
  ];
  return chromium.launch({ executablePath: WHERE, args });
}

/** One line that tells what was not tested, and why. */
export const noBrowserNotice = `no browser at ${WHERE}: browser tests were not run (YIGONG_REQUIRE_BROWSER=1 makes this a failure)`;
