import { Hono } from "hono";
import { expect, it } from "vitest";
import type { ShiftedClock } from "../data-directory/shifted-clock.ts";
import { openSite, type SiteOptions } from "./site.ts";

const web = new Hono().notFound((c) => c.text("the machine's own", 404)).get("/inbox", (c) => c.text("inbox"));
const machine = {
  web,
  app: { useCases: { secrets: { tokens: new Uint8Array(32) } } },
  beat: async () => {},
  report: () => {},
} as unknown as SiteOptions["machine"];

function clock(): ShiftedClock & { moved: number[] } {
  const moved: number[] = [];
  return { moved, now: () => Date.parse("2026-09-01T00:00:00.000Z"), advance: (by) => void moved.push(by) };
}
const LOCAL = { hostname: "127.0.0.1", origin: "http://localhost:3000" };
const OPEN = { hostname: "0.0.0.0", origin: "https://yigong.example" };
const headers = { host: "localhost:3000" };

it("shows a machine's own pages in development on loopback, and closes them to strangers otherwise", async () => {
  const status = async (at: typeof LOCAL, more = {}) =>
    (await openSite({ machine, ...at, ...more }).request("/inbox", { headers })).status;
  const development = { clock: clock() };

  expect([await status(LOCAL, development), await status(OPEN, development)]).toEqual([200, 401]);
  expect([await status(LOCAL), await status(OPEN)]).toEqual([401, 401]);
});

it.each([LOCAL, OPEN])("refuses a foreign host at any path, under %j", async (at) => {
  const site = openSite({ machine, ...at, clock: clock() });
  for (const [path, method] of [
    ["/", "GET"],
    ["/inbox", "GET"],
    ["/nowhere", "GET"],
    ["/sign-in", "POST"],
    ["/files/serving/x", "GET"],
    ["/uploads", "POST"],
    ["/development/clock?advance=1d", "POST"],
  ] as const) {
    const answer = await site.request(path, { method, headers: { host: "evil.example" } });

    expect([answer.status, answer.headers.get("content-type")]).toEqual([
      421,
      "application/problem+json; charset=utf-8",
    ]);
    expect(await answer.json()).toMatchObject({ code: "host.foreign", status: 421 });
  }
});

it("leaves what is not there to the machine, in development too", async () => {
  for (const more of [{}, { clock: clock() }])
    expect(await (await openSite({ machine, ...LOCAL, ...more }).request("/nowhere", { headers })).text()).toBe(
      "the machine's own",
    );
});

it.each([
  ["2h30m", {}, 200, [9_000_000]],
  ["7d", { origin: "http://localhost:3000" }, 200, [604_800_000]],
  ["30m2h", {}, 400, []],
  ["7d", { origin: "https://evil.example" }, 403, []],
  ["7d", { "sec-fetch-site": "cross-site" }, 403, []],
])("moves the clock of development by %s for %j: %i", async (span, more, status, moved) => {
  const shifted = clock();
  const site = openSite({ machine, ...LOCAL, clock: shifted });
  const asked = `/development/clock?advance=${span}`;
  const answer = await site.request(asked, { method: "POST", headers: { ...headers, ...more } });

  expect([answer.status, shifted.moved]).toEqual([status, moved]);
});

it("leaves the clock alone for strangers once others reach the server, and always outside development", async () => {
  const shifted = clock();
  const post = async (at: typeof LOCAL, more: object) =>
    (await openSite({ machine, ...at, ...more }).request("/development/clock?advance=1d", { method: "POST", headers }))
      .status;

  expect([await post(OPEN, { clock: shifted }), await post(LOCAL, {}), shifted.moved]).toEqual([401, 404, []]);
});
