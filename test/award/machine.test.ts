import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { RunView } from "@yigong/functions/api/award.view.ts";
import { tokenFor } from "@yigong/functions/api/sign-in.ts";
import { type Alliance, openAlliance, type Who } from "@yigong/testing/alliance.ts";
import { afterAll, beforeAll, expect, it } from "vitest";

let house: Alliance;
beforeAll(async () => {
  house = await openAlliance({ startAt: "2026-11-20T01:00:00.000Z" });
});
afterAll(() => house.close());

const role = { role: "committee" as const, scope: { kind: "all" as const }, from: "2010-01-01T00:00:00.000Z" };

/** Puts somebody into the committee. */
const appoint = (who: Who) =>
  house.machine.app.useCases.members.change(house.idOf(who), (member) => ({
    to: { ...member, roles: [...member.roles, role] },
    at: house.machine.now(),
  }));

/** An activity from recruiting to points, in which three people serve half a day. */
async function served(days: number, ...people: Who[]) {
  const activity = await house.startActivity({ in: days });
  await house.signUp(activity, ...people);
  await house.advanceTo(activity.at("09:00"));
  await house.checkIn(activity, ...people);
  await house.advanceTo(activity.at("12:00"));
  await house.checkOut(activity, ...people);
  await house.advanceTo(activity.at("14:01"));
  await house.fileArchive(activity);
}

/** A file as the auditor downloads it. */
async function downloaded(path: string): Promise<string> {
  const { web, secrets, now } = house.machine;
  const token = await tokenFor(house.idOf("auditor"), { secret: secrets.tokens, at: now() });
  const response = await web.request(`/api/v1${path}`, { headers: { authorization: `Bearer ${token}` } });
  return response.text();
}

/** What the verifier says of the exports, as anybody would run it. */
async function verified(digest: string): Promise<string> {
  const directory = mkdtempSync(join(tmpdir(), "yigong-awards-"));
  const paths = ["/exports/ledger.jsonl", "/awards/2026/runs/1/standings.jsonl"];
  const files = await Promise.all(
    paths.map(async (path, at) => {
      const file = join(directory, `${at}.jsonl`);
      writeFileSync(file, await downloaded(path));
      return file;
    }),
  );
  const script = fileURLToPath(new URL("../../tools/verify-ledger.py", import.meta.url));
  const said = execFileSync("python3", [script, ...files, "--expect", digest], { encoding: "utf8" });
  rmSync(directory, { recursive: true });
  return said;
}

it("goes from check-ins to certificates on one machine, begun by itself in the new year", async () => {
  for (const who of ["counterHead", "hotlineHead"] as const) await appoint(who);
  await served(4, "partyA1", "partyA2", "freeA1");
  await served(4, "partyA1");
  await house.advanceTo("2027-01-02T02:00:00.000Z");
  const [run] = (await house.as("counterHead").get<{ items: RunView[] }>("/awards/2026/runs")).items;
  await house.as("counterHead").post("/awards/2026/runs/1/confirmation", {});
  await house.as("hotlineHead").post("/awards/2026/runs/1/confirmation", {});
  await house.advanceTo("2027-01-10T00:00:00.000Z");
  const done = await house.as("auditor").get<RunView>("/awards/2026/runs/1");
  const notice = await house.as("freeB1").get<{ kind: string; paragraphs: string[] }>("/awards/2026/notice");
  const own = await house.as("freeA1").get<{ points: string; workdays: string }>("/awards/2026/runs/1/standings/me");
  const { items } = await house.as("freeA1").get<{ items: { id: string }[] }>("/certificates");

  expect(run).toMatchObject({ status: "deciding", cause: { kind: "scheduled", by: "system" } });
  expect(done.computed?.map(({ name, points }) => `${name} ${points}`).sort()).toEqual([
    "freeA1 1.25",
    "partyA1 2.50",
    "partyA2 1.25",
  ]);
  expect(done.line.map(({ state }) => state)).toEqual(Array(5).fill("over"));
  expect([notice.kind, notice.paragraphs[1]?.split("\n")[0]]).toEqual(["published", "1. partyA1：2.50分"]);
  expect(own).toMatchObject({ points: "1.25", workdays: "0.5" });
  expect(items).toHaveLength(1);
  expect(await verified(done.digest ?? "")).toMatch(/^ok: 3 people, 4 entries, 1 award runs/);
  expect(house.faults).toEqual([]);
});
