import { weighApps, weightLines } from "../../packages/web/build/measure.ts";
import { hasBrowser, noBrowserNotice } from "../browser/browser.ts";
import { measureConsole } from "./console/measure.ts";

const json = process.argv.includes("--json");
const say = (line: string) => void (json ? process.stderr : process.stdout).write(`${line}\n`);

const weights = await weighApps();
for (const line of weightLines(weights)) say(line);
let tooMuch = weights.tooMuch;
let pages: Awaited<ReturnType<typeof measureConsole>> | undefined;
if (hasBrowser) {
  pages = await measureConsole();
  for (const line of pages.lines) say(line);
  tooMuch ||= pages.tooMuch;
} else say(noBrowserNotice);
if (json) process.stdout.write(`${JSON.stringify({ ...weights, pages: pages?.figures, tooMuch })}\n`);
if (tooMuch) process.exitCode = 1;
