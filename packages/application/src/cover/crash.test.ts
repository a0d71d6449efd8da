import * as Sample from "@yigong/core/participation/participation.builder.ts";
import { faults } from "@yigong/testing/faults.ts";
import { partyMember } from "@yigong/testing/sample/members.ts";
import { shift } from "@yigong/testing/sample/shifts.ts";
import { HOTLINE, MAINTENANCE, POSTS } from "@yigong/testing/sample/units.ts";
import { coverVerbs } from "@yigong/testing/scenario/covering.ts";
import { testAlliance } from "@yigong/testing/test-alliance.ts";
import { afterAll, expect, it } from "vitest";

const alliance = await testAlliance({ startAt: Sample.DEADLINE, random: () => 0, pause: async () => {} });
const { effects, given, told, useCases } = alliance;
const { openCovers } = coverVerbs(useCases);
const fault = faults(alliance.table.client);
afterAll(() => alliance.close());

/** Opens covers for three who serve with two who could cover; dies at the n-th request from then on, and is run again. */
async function openedWithCrash(n: number, kind: "crash-before" | "crash-after") {
  await alliance.clear();
  const activity = await given.activity({}, "Cover");
  await given.units(POSTS);
  await given.members(partyMember(1), partyMember(2), partyMember(3), partyMember(4), partyMember(5, HOTLINE));
  const driver = { postId: MAINTENANCE };
  await given.shifts(
    shift(1, 1, ["08:00", "12:00"]),
    shift(2, 2, ["08:00", "12:00"]),
    shift(3, 3, ["08:00", "12:00"], driver),
  );
  await given.places(activity, 1, 2, 3);
  const before = fault.tried.length;
  fault.at(n, kind);
  const crashed = await openCovers(activity, Sample.DEADLINE).then(
    () => false,
    () => true,
  );
  const tried = fault.tried.slice(before);
  const writes = tried.flatMap((command, index) => (/Put|Update|Transact/.test(command) ? [index + 1] : []));
  fault.mend();
  await openCovers(activity, Sample.DEADLINE);
  const needs = await useCases.covers.of(activity.id);
  const end = {
    needs: needs.map((need) => [need.participantId, need.status, "memberId" in need ? need.memberId : undefined]),
    told: await told(),
    effects: (await effects()).map((effect) => effect.id).sort(),
  };
  return { end, crashed, writes };
}

it("ends the same wherever it dies: nobody is asked or told twice, and the next round is on its way", async () => {
  const { end: whole, writes } = await openedWithCrash(1_000, "crash-before");
  const ends: unknown[] = [];
  for (const kind of ["crash-before", "crash-after"] as const)
    for (const n of writes) {
      const { end, crashed } = await openedWithCrash(n, kind);
      if (crashed) ends.push(end);
    }

  expect(whole.needs.map(([, status]) => status).sort()).toEqual(["offered", "offered", "unfilled"]);
  expect(whole.told).toEqual([
    "cover.offered 4",
    "cover.offered 5",
    "cover.unfilled alliance",
    "cover.unfilled organizer",
  ]);
  expect(ends.length).toBeGreaterThan(10);
  expect(ends.filter((end) => JSON.stringify(end) !== JSON.stringify(whole))).toEqual([]);
});
