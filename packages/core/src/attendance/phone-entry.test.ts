import fc from "fast-check";
import { describe, expect, it } from "vitest";
import * as Attendance from "./attendance.ts";
import { type Entry, instantOf, isLateFor, judge } from "./phone-entry.ts";

const key = { activityId: "act_1", sessionId: "ses_1", memberId: "mem_1" };
const session = { startsAt: "2026-09-12T01:00:00.000Z", endsAt: "2026-09-12T05:00:00.000Z" };
const minutes = (count: number) => new Date(Date.parse(session.startsAt) + count * 60_000).toISOString();
const NOW = minutes(60);
const DAY = 86_400_000;
const here = (over: object = {}): Entry => ({
  ...{ state: "present", key: "key-0001", memberId: key.memberId, occurredAt: minutes(5), offsetMs: 0 },
  ...over,
});
const away = (over: object = {}): Entry => ({
  ...{ state: "absent", excused: false, why: "未到", key: "key-0002", memberId: key.memberId },
  ...{ occurredAt: minutes(5), offsetMs: 0 },
  ...over,
});
/** What an entry of a leader makes of a row, by the server's clock. */
const synced = (before: Attendance.Info | undefined, entry: Entry, by = "mem_9") => {
  const at = instantOf(entry, session, NOW);
  const judged = judge(key, before, { entry, said: { ...entry, by, at, session, syncedAt: NOW } });
  return { ...judged, row: saved(before, judged.row) };
};
const saved = (before: Attendance.Info | undefined, row: Attendance.Info): Attendance.Info =>
  row === before ? row : { ...row, version: row.version + 1 };
const code = (run: () => unknown): string => {
  try {
    run();
    return "none";
  } catch (error) {
    return (error as { code: string }).code;
  }
};

describe("the clock of a phone", () => {
  it.each([
    ["right", minutes(5), 0, minutes(5)],
    ["a day ahead", minutes(5 + 24 * 60), -DAY, minutes(5)],
    ["a day behind", minutes(5 - 24 * 60), DAY, minutes(5)],
    ["a minute ahead of an answer on its way", minutes(61), 0, NOW],
  ])("that is %s is corrected by its offset", (_, occurredAt, offsetMs, instant) => {
    expect(instantOf({ occurredAt, offsetMs }, session, NOW)).toBe(instant);
  });

  it.each([
    ["a day ahead", minutes(5 + 24 * 60)],
    ["a day behind", minutes(5 - 24 * 60)],
    ["three minutes ahead", minutes(63)],
    ["before the doors opened", minutes(-61)],
  ])("that is %s without an offset is not believed", (_, occurredAt) => {
    expect(code(() => instantOf({ occurredAt, offsetMs: 0 }, session, NOW))).toBe("attendance.clock_unbelievable");
  });
});

it.each([
  [session.endsAt, false],
  ["2026-09-12T06:59:59.999Z", false],
  ["2026-09-12T07:00:00.000Z", true],
  ["2026-09-14T05:00:00.000Z", true],
])("is late from two hours after the session on: at %s %s", (at, late) => {
  expect(isLateFor(session, at)).toBe(late);
});

describe("an entry that a phone kept", () => {
  const checkedIn = saved(undefined, Attendance.checkIn(key, undefined, minutes(10)));
  const calledAbsent = synced(undefined, away()).row;

  it("is put down under the leader's name, with when it was said and when it came in", () => {
    expect(synced(undefined, here())).toMatchObject({
      outcome: "recorded",
      row: { state: "present", method: "rollCall", by: "mem_9", word: { at: minutes(5), syncedAt: NOW } },
    });
  });

  it("is taken once, also after somebody else has said something else", () => {
    const { row } = synced(undefined, here());
    const corrected = saved(
      row,
      Attendance.rollCall(key, row, { state: "absent", excused: false, why: "走了", by: "mem_8", at: minutes(30) }),
    );

    expect(synced(row, here())).toEqual({ outcome: "recorded", row });
    expect(synced(corrected, here())).toEqual({ outcome: "recorded", row: corrected });
  });

  it("is there already when it says what stands, whoever wrote that", () => {
    expect(synced(checkedIn, here())).toEqual({ outcome: "alreadyThere", row: checkedIn });
    expect(synced(calledAbsent, away({ key: "key-0003" }), "mem_8").outcome).toBe("alreadyThere");
  });

  it.each([
    ["absent, who checked in by the code meanwhile", checkedIn, away()],
    ["present, whom another leader called absent", calledAbsent, here()],
    ["absent by an older word of another", synced(undefined, here()).row, away()],
  ])("contradicts and changes nothing: %s", (_, before, entry) => {
    expect(synced(before, entry, "mem_8")).toEqual({ outcome: "contradicts", row: before });
  });

  it("stands over what the leader saw, and over their own word from before", () => {
    expect(synced(checkedIn, away({ seen: checkedIn.version }))).toMatchObject({
      outcome: "recorded",
      row: { state: "absent", earlier: [{ state: "present", method: "code" }] },
    });
    expect(synced(calledAbsent, here({ occurredAt: minutes(6) })).outcome).toBe("recorded");
    expect(synced(calledAbsent, here({ occurredAt: minutes(4) })).outcome).toBe("contradicts");
  });

  it("is not about oneself, nor over an appeal", () => {
    expect(code(() => synced(undefined, here(), key.memberId))).toBe("attendance.own_hours");
    const appealed = { ...calledAbsent, appeal: { by: key.memberId, at: minutes(20), text: "在" } } as Attendance.Info;
    expect(code(() => synced(appealed, away({ excused: true, seen: appealed.version, key: "key-0009" })))).toBe(
      "attendance.appealed",
    );
  });
});

/** What happens to one person's row while two phones are away: on the spot at once, from a phone when it comes in. */
type Step =
  | { do: "in" }
  | { do: "out" }
  | { do: "call"; by: string; state: "present" | "absent" }
  | { do: "phone"; entry: Entry; by: string };

const leader = fc.constantFrom("mem_8", "mem_9");
const state = fc.constantFrom("present" as const, "absent" as const);
const anyEntry = fc.record({ n: fc.nat(5), minute: fc.integer({ min: 1, max: 59 }), state, seen: fc.nat(4) });
const anyStep: fc.Arbitrary<Step> = fc.oneof(
  fc.record({ do: fc.constant("in" as const) }),
  fc.record({ do: fc.constant("out" as const) }),
  fc.record({ do: fc.constant("call" as const), by: leader, state }),
  fc
    .record({ do: fc.constant("phone" as const), by: leader, said: anyEntry, knows: fc.boolean() })
    .map(({ by, said, knows }): Step => {
      const over = {
        ...{ key: `key-${by}-${said.n}-${said.minute}-${said.state}`, occurredAt: minutes(said.minute) },
        ...(knows ? { seen: said.seen } : {}),
      };
      return { do: "phone", by, entry: said.state === "present" ? here(over) : away(over) };
    }),
);

function after(row: Attendance.Info | undefined, step: Exclude<Step, { do: "phone" }>, at: string) {
  try {
    if (step.do === "in") return Attendance.checkIn(key, row, at);
    if (step.do === "out") return Attendance.checkOut(row, { by: key.memberId, at, endsAt: session.endsAt });
    const call = step.state === "present" ? { state: step.state } : { state: step.state, excused: false, why: "未到" };
    return Attendance.rollCall(key, row, { ...call, by: step.by, at, session });
  } catch {
    return row;
  }
}
const records = (row: Attendance.Info | undefined) => (row ? [...(row.earlier ?? []), row] : []);
const facts = (row: Attendance.Info | undefined): string[] =>
  records(row).map((one) =>
    one.state === "present" ? `in ${one.checkedInAt} ${one.by}` : `absent ${one.at} ${one.by}`,
  );

it("swallows nothing, whatever happens between a phone's entries, in whatever order and how often they come in", () => {
  fc.assert(
    fc.property(fc.array(anyStep, { minLength: 1, maxLength: 12 }), (history) => {
      let row: Attendance.Info | undefined;
      const taken = new Set<string>();
      for (const [at, step] of history.entries()) {
        const before = row;
        if (step.do !== "phone") {
          const next = after(row, step, minutes(at * 4));
          row = next && saved(before, next);
          continue;
        }
        const { outcome, row: now } = synced(before, step.entry, step.by);
        row = now;
        for (const fact of facts(before)) expect(facts(row)).toContain(fact);
        if (outcome !== "recorded") expect(row).toBe(before);
        if (outcome === "contradicts") expect(before?.version).not.toBe(step.entry.seen);
        if (outcome === "recorded" && taken.has(step.entry.key)) expect(row).toBe(before);
        if (outcome === "recorded" && !taken.has(step.entry.key)) {
          expect(row.state).toBe(step.entry.state);
          if (before && before.state !== row.state && before.version !== step.entry.seen)
            expect(before.word).toMatchObject({ by: step.by });
        }
        if (outcome === "recorded") taken.add(step.entry.key);
        expect(synced(row, step.entry, step.by).row).toBe(row);
        expect(Attendance.Info.parse(row)).toEqual(row);
      }
    }),
    { numRuns: 2_000 },
  );
});
