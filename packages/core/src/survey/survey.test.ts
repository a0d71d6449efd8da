import { describe, expect, it } from "vitest";
import { plusHours } from "../lib/time.ts";
import { Answer } from "./question.ts";
import * as Survey from "./survey.ts";
import { happinessTallyOf, tallyOf } from "./tally.ts";

const at = "2026-09-10T02:00:00.000Z";
const closesAt = "2026-09-20T10:00:00.000Z";
const definite = { id: "act_1", servedParty: { kind: "definite", description: "社区老人" } } as never;
const nobody = { id: "act_1", servedParty: { kind: "none", reason: "街头宣传，没有固定对象" } } as never;
const opened = Survey.open(definite, { served: 3, at, closesAt }) as Survey.Open;
const outcome = {
  counts: { issued: 3, delivered: 3, answered: 0 },
  tally: tallyOf([]),
  happiness: happinessTallyOf([]),
};
const closed = Survey.close(opened, closesAt, outcome);
const decision = { activityId: "act_1", by: "mem_1", at, reason: "对方不便", answered: 0 };
const skipped = Survey.skip(opened, decision);
const code = (of: string) => expect.objectContaining({ code: of });

describe("opening a survey", () => {
  it("asks a definite served party", () => {
    expect(Survey.Info.parse(opened)).toMatchObject({ status: "open", issue: 1, closesAt, anonymous: true });
  });

  it("skips it with the organizer's reason when nobody definite was served", () => {
    const survey = Survey.open(nobody, { served: 0, at, closesAt });

    expect(Survey.Info.parse(survey)).toMatchObject({ cause: "noServedParty", reason: "街头宣传，没有固定对象" });
  });

  it("skips it when nobody can be reached", () => {
    expect(Survey.open(definite, { served: 0, at, closesAt })).toMatchObject({
      status: "skipped",
      cause: "noContacts",
    });
  });
});

describe("an open survey", () => {
  it("takes answers until it closes, not at that instant", () => {
    expect(Survey.takesAnswers(opened, "2026-09-20T09:59:59.999Z")).toBe(true);
    expect(Survey.takesAnswers(opened, closesAt)).toBe(false);
  });

  it.each([
    ["survey.not_open", undefined],
    ["survey.closed", closed],
    ["survey.skipped", skipped],
  ])("is needed to work with it (%s)", (refusal, survey) => {
    expect(() => Survey.requireOpen(survey, at)).toThrow(code(refusal));
  });

  it("can be extended, and ended now", () => {
    const later = "2026-09-25T10:00:00.000Z";

    expect(Survey.moveEnd(opened, { at, closesAt: later }).closesAt).toBe(later);
    expect(Survey.takesAnswers(Survey.moveEnd(opened, { at, closesAt: at }), at)).toBe(false);
  });
});

describe("reminding", () => {
  it("raises the issue, twice at most", () => {
    const once = Survey.remind(opened, { at, sent: true });
    const twice = Survey.remind(once, { at, sent: true });

    expect([once.issue, twice.issue]).toEqual([2, 3]);
    expect(() => Survey.remind(twice, { at, sent: true })).toThrow(code("survey.reminders_spent"));
  });

  it("waits until the issue before is out", () => {
    expect(() => Survey.remind(opened, { at, sent: false })).toThrow(code("survey.still_sending"));
  });

  it.each([
    ["a moment later", 0, true],
    ["a millisecond before a day is over", 24 - 1 / 3_600_000, true],
    ["a day later", 24, false],
  ])("by hand goes once a day: %s", (_, hours, isRefused) => {
    const once = Survey.remind(opened, { at, sent: true, byHand: true });
    const again = () => Survey.remind(once, { at: plusHours(at, hours), sent: true, byHand: true });

    if (isRefused) expect(again).toThrow(code("survey.reminded_lately"));
    else expect(again().issue).toBe(3);
  });
});

describe("skipping by decision", () => {
  it("keeps who decided and why", () => {
    expect(Survey.Info.parse(skipped)).toMatchObject({ cause: "decided", by: "mem_1", reason: "对方不便" });
  });

  it("is refused once a client has answered, or when it is closed", () => {
    expect(() => Survey.skip(opened, { ...decision, answered: 1 })).toThrow(code("survey.answered"));
    expect(() => Survey.skip(closed, decision)).toThrow(code("survey.closed"));
  });

  it("twice changes nothing", () => {
    expect(Survey.skip(skipped, { ...decision, reason: "again" })).toBe(skipped);
  });
});

describe("the volunteers' happiness", () => {
  it.each([
    ["with an open survey", opened, closesAt],
    ["until fourteen days after a skipped one", skipped, "2026-09-24T02:00:00.000Z"],
  ])("is asked %s", (_, survey, end) => {
    expect(() => Survey.requireAskable(survey, at)).not.toThrow();
    expect(() => Survey.requireAskable(survey, end)).toThrow(code("happiness.closed"));
  });

  it("is not asked before there is a survey, nor after it is closed", () => {
    expect(() => Survey.requireAskable(undefined, at)).toThrow(code("happiness.not_open"));
    expect(() => Survey.requireAskable(closed, closesAt)).toThrow(code("happiness.closed"));
  });
});

describe("an answer", () => {
  it("needs the overall satisfaction and nothing else", () => {
    expect(Answer.parse({ satisfaction: 3 })).toEqual({ satisfaction: 3 });
    expect(Answer.safeParse({ attitude: 5, solved: "yes" }).success).toBe(false);
  });

  it.each([
    { satisfaction: 0 },
    { satisfaction: 6 },
    { satisfaction: 4.5 },
    { satisfaction: 5, recommend: 11 },
    { satisfaction: 5, solved: "maybe" },
    { satisfaction: 5, comment: "好".repeat(1001) },
    { satisfaction: 5, name: "王芳" },
  ])("is refused when it is none of ours: %o", (answer) => {
    expect(Answer.safeParse(answer).success).toBe(false);
  });

  it("counts a line break once and leaves an empty comment out", () => {
    const comment = `${"好".repeat(998)}\r\n好`;

    expect(Answer.parse({ satisfaction: 5, comment }).comment).toHaveLength(1000);
    expect(Answer.parse({ satisfaction: 5, comment: "  " }).comment).toBeUndefined();
  });
});
