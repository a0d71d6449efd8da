import * as Sample from "@yigong/core/participation/participation.builder.ts";
import { testAlliance } from "@yigong/testing/test-alliance.ts";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { pageAttended } from "../attendance/page-attended.ts";
import { membersOf, type PlaceAudience } from "./find-place-audience.ts";

const alliance = await testAlliance();
const { given, store, useCases } = alliance;
afterAll(() => alliance.close());

const numbers = (from: number, to: number) => Array.from({ length: to - from + 1 }, (_, at) => from + at);
const ids = (all: readonly number[]) => all.map(Sample.memberId);
const sessions = [1, 2].map((number) => ({
  ...Sample.session(40, { id: Sample.sessionId(number) }),
  positions: [{ id: Sample.positionId(number), name: "引导", headCount: 40, requiredSkills: [] }],
}));
const activity = Sample.activity({ sessions });

/** Members 1 to 50 sign up for the first session, which has 40 places, half of them for both; of the duty list (31 to 80) the rest has not answered. */
async function held() {
  await alliance.clear();
  await given.activity(activity);
  await useCases.dutyLists.fix(activity.id, ids(numbers(31, 80)), Sample.RECRUITING);
  for (const number of numbers(1, 50))
    for (const session of sessions.slice(0, number % 2 === 0 ? 2 : 1)) {
      const [position] = session.positions;
      if (!position) throw new TypeError("A session has a position");
      await useCases.participations.signUp(Sample.wish(number, { session, position }));
    }
}

/** Everybody of an audience, by parts of ten; between parts something may happen. */
async function inParts(who: PlaceAudience, between: () => Promise<unknown> = async () => undefined) {
  const parts: (readonly string[])[] = [];
  let after: string | undefined = "";
  while (after !== undefined) {
    const part = await membersOf(useCases)(activity.id, { who }, { after, limit: 10 });
    parts.push(part.memberIds);
    await between();
    after = part.next;
  }
  return parts;
}

describe("while nobody joins or leaves", () => {
  beforeAll(held);

  it.each([
    ["dutyList", ids(numbers(31, 80))],
    ["placed", ids([...numbers(1, 40), 42, 44, 46, 48, 50])],
    ["waiting", ids(numbers(41, 50))],
    ["undecided", ids(numbers(51, 80))],
    ["participants", ids(numbers(1, 80))],
  ] as const)("gives everybody of the audience %s once, at most ten at a time", async (who, everybody) => {
    const parts = await inParts(who);

    expect(parts.flat()).toEqual(everybody);
    expect(Math.max(...parts.map((part) => part.length))).toBeLessThanOrEqual(10);
  });

  it("reads of a large activity no more than the part that is asked for", async () => {
    const before = store.meter.readUnits;
    await membersOf(useCases)(activity.id, { who: "placed" }, { after: Sample.memberId(20), limit: 10 });

    expect(store.meter.readUnits - before).toBeLessThan(10);
  });

  it("gives everybody who was present in some session once, in the order of ids", async () => {
    for (const number of numbers(1, 30)) await given.present(activity, number, number % 2);
    const attended = pageAttended(useCases);
    const found: string[] = [];
    for (let after: string | undefined = ""; after !== undefined; ) {
      const part = await attended(activity.id, { after, limit: 7 });
      found.push(...part.memberIds);
      after = part.next;
    }

    expect(found).toEqual(ids(numbers(1, 30)));
  });
});

it("passes nobody over when people leave the audience between two parts", async () => {
  await held();
  let leaver = 0;
  const leave = async () => {
    leaver += 1;
    await useCases.participations.vacate({
      activity,
      memberId: Sample.memberId(leaver),
      leaving: { by: Sample.memberId(leaver), cause: "own", at: Sample.RECRUITING },
      zone: "Asia/Shanghai",
    });
  };
  const parts = await inParts("participants", leave);

  expect(parts.flat()).toEqual(ids(numbers(1, 80)));
});
