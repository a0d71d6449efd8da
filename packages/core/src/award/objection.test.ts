import { beforeEach, describe, expect, it } from "vitest";
import { confirm, honoursOf } from "./committee.ts";
import { endNotice, withdraw } from "./move.ts";
import { decide, Id, type Info, object } from "./objection.ts";
import { AT, decider, deciding, ZONE } from "./run.builder.ts";
import type * as Run from "./run.ts";
import { answerFor } from "./token.ts";

const UNTIL = "2027-01-22T10:00:00.000Z";
const BEFORE = "2027-01-22T09:59:59.999Z";

const noticed = (): Run.Info => {
  const run = deciding();
  const honours = honoursOf("outcome" in run ? run.outcome.places : [], [], () => true);
  const say = (before: Run.Info, number: number) =>
    confirm(before, honours, { decider: decider(number), at: AT, zone: ZONE });
  return say(say(run, 101), 102);
};
const objection = (number: number, at = BEFORE) => ({
  id: Id.parse(`obj_${String(number).padStart(26, "0")}`),
  ...{ year: 2026, run: 1, by: "mem_7", at, text: "少算了一次", status: "open" as const },
});
const codeOf = (work: () => unknown): string => {
  try {
    work();
    return "none";
  } catch (error) {
    return (error as { code: string }).code;
  }
};

let run: Run.Info;
beforeEach(() => {
  run = noticed();
});

describe("an objection", () => {
  it.each([
    ["in the last millisecond of the window", BEFORE, "none"],
    ["at its end", UNTIL, "award.not_noticed"],
  ])("%s: %s is %s", (_, at, code) => {
    expect(codeOf(() => object(run, objection(1, at)))).toBe(code);
  });

  it("is not taken before the committee has decided, nor once the run is withdrawn", () => {
    const gone = withdraw(run, { by: "mem_101", reason: "更正", at: AT });

    expect([deciding(), gone].map((one) => codeOf(() => object(one, objection(1))))).toEqual([
      "award.not_noticed",
      "award.not_noticed",
    ]);
  });
});

describe("deciding it", () => {
  const verdict = (upheld: boolean, { at = BEFORE, by = 103 } = {}) => ({
    upheld,
    reason: "经核对",
    decider: decider(by),
    at,
  });
  const given = (item: Info = objection(1)) => ({ run: object(run, objection(1)), objection: item, author: "7" });

  it("leaves the window open while there is time, and ends it after", () => {
    expect(decide(given(), verdict(false)).run.status).toBe("noticed");
    expect(decide(given(), verdict(false, { at: UNTIL })).run.status).toBe("publishing");
  });

  it("waits for the others", () => {
    const two = object(given().run, objection(2));
    const one = decide({ ...given(), run: two }, verdict(false, { at: UNTIL })).run;

    expect(one).toMatchObject({ status: "noticed", objections: { open: [objection(2).id], all: 2 } });
    expect(codeOf(() => endNotice(one, UNTIL))).toBe("stage.early");
  });

  it("in favour withdraws the run, with the reason", () => {
    expect(decide(given(), verdict(true)).run).toMatchObject({
      status: "withdrawn",
      withdrawal: { in: "Notice", by: "mem_103", reason: "经核对" },
    });
  });

  it("is for nobody who objects or is among the five, and happens once", () => {
    const { objection: decided, run: after } = decide(given(), verdict(false));

    expect(codeOf(() => decide({ ...given(), author: decider(103).pseudonym }, verdict(true)))).toBe("award.own_case");
    expect(codeOf(() => decide(given(), verdict(true, { by: 2 })))).toBe("award.own_case");
    expect(codeOf(() => decide({ ...given(), run: after }, verdict(true)))).toBe("award.objection_decided");
    expect(codeOf(() => decide(given(decided), verdict(true)))).toBe("award.objection_decided");
  });
});

describe("what a waiting execution is told", () => {
  const token = (stage: Run.Waiting, generation = 1) => ({
    ...{ year: 2026, run: 1, token: "t", stage, generation, visit: 0, attempt: 0, at: AT },
    plan: { Committee: [], Notice: [] },
  });

  it("follows from the row alone", () => {
    const gone = withdraw(run, { by: "mem_101", reason: "更正", at: AT });

    expect([
      answerFor(token("Committee"), deciding())?.kind,
      answerFor(token("Committee"), run)?.kind,
      answerFor(token("Notice"), run)?.kind,
      answerFor(token("Notice"), endNotice(run, UNTIL))?.kind,
      answerFor(token("Notice"), gone),
      answerFor(token("Notice", 2), gone),
    ]).toEqual([
      undefined,
      "success",
      undefined,
      "success",
      { kind: "failure", error: "award.withdrawn", cause: "{}" },
      { kind: "failure", error: "award.superseded", cause: "{}" },
    ]);
  });
});
