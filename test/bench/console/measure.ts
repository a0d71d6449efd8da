import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { openSession } from "@yigong/application/session/open-session.ts";
import { type Machine, openMachine } from "@yigong/local/machine.ts";
import { listen } from "@yigong/local/server.ts";
import { openBrowser } from "../../browser/browser.ts";
import { paceMs } from "../load/pace.ts";
import { measureInteractions, type Visited } from "./interactions.ts";
import { measureLists } from "./lists.ts";
import { seed } from "./seed.ts";

const PEOPLE = 10_000;
const ACTIVITIES = 2_000;
/** What a person at a desk waits for at most, and the server's own share of it, in ms. */
const MOST = { tablePage: 300, search: 200, inp: 200, list: 50 };

/** The console in Chromium over a large company on this machine, and the server's own answers. */
export async function measureConsole() {
  const dataDir = mkdtempSync(join(tmpdir(), "yigong-console-"));
  const listening = await listen(0);
  const origin = `http://127.0.0.1:${listening.port}`;
  const machine = await openMachine({
    dataDir,
    time: { kind: "virtual", startAt: "2026-09-01T01:00:00.000Z" },
    origin: () => origin,
    env: { ...process.env, AWS_ENDPOINT_URL_DYNAMODB: undefined },
    log: () => undefined,
  });
  try {
    listening.serve((request) => machine.web.fetch(request));
    const staff = await seed(machine, { people: PEOPLE, activities: ACTIVITIES });
    const before = paceMs();
    const lists = await measureLists(machine, staff);
    const visited = await inBrowser(machine, origin, staff.alliance);
    const figures = { people: PEOPLE, activities: ACTIVITIES, lists, ...visited, paceMs: (before + paceMs()) / 2 };
    return { figures, ...judged(figures) };
  } finally {
    await listening.close();
    await machine.close();
    rmSync(dataDir, { recursive: true, force: true });
  }
}

async function inBrowser(machine: Machine, origin: string, memberId: string): Promise<Visited> {
  const signedIn = { memberId, way: "code", device: "bench", at: machine.now() } as const;
  const { secret } = await openSession(machine.app.useCases, signedIn);
  const browser = await openBrowser();
  try {
    const context = await browser.newContext({ viewport: { width: 1280, height: 800 }, locale: "zh-CN" });
    await context.addCookies([{ name: "yigong", value: secret, url: origin, httpOnly: true, sameSite: "Lax" }]);
    return await measureInteractions(await context.newPage(), { origin, meter: machine.meter });
  } finally {
    await browser.close();
  }
}

interface Figures extends Visited {
  lists: { route: string; p95Ms: number; readUnits: number }[];
  paceMs: number;
}

function judged({ lists, tablePageMs, searchMs, inpMs, pages, paceMs: pace }: Figures) {
  const line = (name: string, value: number, most?: number) =>
    `${name.padEnd(44)}${value.toFixed(1).padStart(8)} ms${most !== undefined && value > most ? `  more than ${most}` : ""}`;
  const lines = [
    line("table page, p95", tablePageMs, MOST.tablePage),
    line("search after the key, p95", searchMs, MOST.search),
    line("INP", inpMs, MOST.inp),
    ...lists.map(
      ({ route, p95Ms, readUnits }) => `${line(`${route}, p95`, p95Ms, MOST.list)}  ${readUnits} units read`,
    ),
    ...pages.map(
      ({ path, readUnits, againUnits, requests }) =>
        `${path.padEnd(44)}${String(readUnits).padStart(8)} units read by ${requests} requests, ${againUnits} when opened again`,
    ),
    line("pace of the machine", pace),
  ];
  const tooMuch =
    tablePageMs > MOST.tablePage ||
    searchMs > MOST.search ||
    inpMs > MOST.inp ||
    lists.some(({ p95Ms }) => p95Ms > MOST.list);
  return { lines, tooMuch };
}
