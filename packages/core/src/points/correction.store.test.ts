import { testTable } from "@yigong/testing/store.ts";
import { afterAll, beforeAll, beforeEach, expect, it } from "vitest";
import { dynamoAttendances } from "../attendance/attendance.store.ts";
import type { Table } from "../lib/table.ts";
import { recompute } from "./account.ts";
import { corrected } from "./corrected-attendance.ts";
import { type Corrections, type Decision, dynamoCorrections } from "./correction.store.ts";
import * as Correction from "./correction.ts";
import { draftOf } from "./difference.ts";
import { dynamoLedger } from "./points.store.ts";
import { RULE_SET_1 } from "./rules.ts";

const ZONE = "Asia/Shanghai";
const AT = "2026-10-20T02:00:00.000Z";
const SESSION = { startsAt: "2026-10-01T01:00:00.000Z", endsAt: "2026-10-01T03:00:00.000Z" };
const SESSIONS = ["s1", "s2", "s3", "s4"];

let table: Table;
let stop: () => Promise<void>;
let corrections: Corrections;
let run = 0;
beforeAll(async () => {
  ({ table, stop } = await testTable());
  corrections = dynamoCorrections(table);
});
afterAll(() => stop());
beforeEach(() => {
  run += 1;
});

const scope = () => ({
  activityId: `act_${run}`,
  sessionIds: SESSIONS,
  memberId: "mem_1",
  pseudonym: `p${run}`,
  year: 2026,
});

const asked = (number: number, change: Correction.Change): Correction.Info =>
  Correction.ask({
    id: Correction.Id.parse(`cor_${String(run * 100 + number).padStart(26, "0")}`),
    activityId: scope().activityId,
    memberId: "mem_1",
    change,
    reason: "现场名单核对",
    askedBy: "mem_2",
    askedAt: AT,
  });

const approve = (id: string) =>
  corrections.decide(id, scope(), AT, ({ correction, rows, entries }): Decision => {
    const requested = Correction.requireDecidable(correction, "mem_3");
    const { change } = requested;
    const { activityId, memberId, pseudonym, year } = scope();
    const attendance =
      "sessionId" in change
        ? corrected(
            rows.find((row) => row.sessionId === change.sessionId),
            change,
            {
              key: { activityId, memberId, sessionId: change.sessionId },
              session: SESSION,
              behind: { askedBy: "mem_2", askedAt: AT, approvedBy: "mem_3", reason: "现场名单核对" },
            },
          )
        : undefined;
    const now = attendance ? [...rows.filter((row) => row.sessionId !== attendance.sessionId), attendance] : rows;
    const people = { pseudonym, askedBy: "asker", approvedBy: "approver" };
    const facts = {
      activityId,
      year,
      zone: ZONE,
      ...people,
      rows: now,
      entries,
      scoring: { rules: RULE_SET_1 },
      at: AT,
    };
    const draft = draftOf(requested, facts);
    return {
      correction: {
        ...requested,
        status: "approved",
        decidedBy: "mem_3",
        decidedAt: AT,
        points: draft?.points ?? 0,
        ...(draft ? { entryId: draft.id } : {}),
      },
      attendance,
      draft,
      effects: [],
      audit: [],
    };
  });

const addAll = async (changes: readonly Correction.Change[]) => {
  const all = changes.map((change, at) => asked(at, change));
  for (const one of all) await corrections.add(one, AT, { effects: [], audit: [] });
  return all.map(({ id }) => id);
};

it("gives what all corrections together are worth, when they are approved at the same moment", async () => {
  // Four sessions of one day: four attendances, and a day never counts more than one workday.
  const ids = await addAll(SESSIONS.map((sessionId) => ({ kind: "present", sessionId, halfDays: 1 })));
  await Promise.all(ids.map(approve));
  const ledger = dynamoLedger(table);
  const { pseudonym } = scope();
  const account = (await ledger.accountsOf([pseudonym])).get(pseudonym);

  expect(account?.years["2026"]).toMatchObject({ attendances: 4, halfDays: 2, points: 450 });
  expect(account).toEqual(recompute(pseudonym, await ledger.chainOf(pseudonym)));
});

it("is decided once when it is approved twice at the same moment", async () => {
  const [id = ""] = await addAll([{ kind: "present", sessionId: "s1", halfDays: 2 }]);
  const outcomes = await Promise.allSettled([approve(id), approve(id), approve(id)]);
  const ledger = dynamoLedger(table);

  expect(outcomes.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
  expect(await ledger.chainOf(scope().pseudonym)).toHaveLength(1);
});

it("writes the attendance with the entry, and takes off what was given too much", async () => {
  const [first = "", second = ""] = await addAll([
    { kind: "present", sessionId: "s1", halfDays: 2 },
    { kind: "times", sessionId: "s1", checkedInAt: SESSION.startsAt, checkedOutAt: "2026-10-01T05:00:00.000Z" },
  ]);
  await approve(first);
  const same = await approve(second);
  const { activityId, memberId } = scope();
  const attendance = await dynamoAttendances(table).find({ activityId, memberId, sessionId: "s1" });

  // Nine to one is four hours: a half. The first said a whole day.
  expect(same).toMatchObject({ status: "approved", points: -25 });
  expect(attendance).toMatchObject({ state: "present", checkedOutAt: "2026-10-01T05:00:00.000Z", version: 2 });

  const [third = ""] = [asked(7, { kind: "points", points: 5 })].map(({ id }) => id);
  await corrections.add(asked(7, { kind: "points", points: 5 }), AT, { effects: [], audit: [] });
  await approve(third);
  const ledger = dynamoLedger(table);

  expect((await ledger.balances([scope().pseudonym], 2026)).get(scope().pseudonym)).toMatchObject({
    points: 130,
    adjusted: 5,
  });
});

it("lists what waits, and hands a double click back as one", async () => {
  const one = asked(1, { kind: "covers", covers: 1 });
  await corrections.add(one, AT, { effects: [], audit: [] });
  await corrections.add(one, AT, { effects: [], audit: [] });
  const { items } = await corrections.ofActivity(scope().activityId, { limit: 10 });

  expect(items).toEqual([one]);
  expect((await corrections.byStatus("requested", { limit: 50 })).items).toContainEqual(one);
});

it("gives no entry when it comes to the same, as beyond a day's most", async () => {
  const ids = await addAll(["s1", "s2"].map((sessionId) => ({ kind: "present", sessionId, halfDays: 2 })));
  for (const id of ids) await approve(id);
  const [half = ""] = [asked(5, { kind: "halfDays", sessionId: "s2", halfDays: 1 })].map(({ id }) => id);
  await corrections.add(asked(5, { kind: "halfDays", sessionId: "s2", halfDays: 1 }), AT, { effects: [], audit: [] });
  const same = await approve(half);

  expect(same).toMatchObject({ status: "approved", points: 0 });
  expect(same).not.toHaveProperty("entryId");
  expect(await dynamoLedger(table).chainOf(scope().pseudonym)).toHaveLength(2);
});

it("gives what two corrections come to although neither alone moves anything, whoever is first", async () => {
  const whole = await addAll(["s1", "s2"].map((sessionId) => ({ kind: "present", sessionId, halfDays: 2 })));
  for (const id of whole) await approve(id);
  const less = ["s1", "s2"].map((sessionId, at) => asked(10 + at, { kind: "halfDays", sessionId, halfDays: 0 }));
  for (const one of less) await corrections.add(one, AT, { effects: [], audit: [] });
  await Promise.all(less.map(({ id }) => approve(id)));
  const { pseudonym } = scope();

  expect((await dynamoLedger(table).balances([pseudonym], 2026)).get(pseudonym)).toMatchObject({
    attendances: 2,
    halfDays: 0,
    points: 200,
  });
});
