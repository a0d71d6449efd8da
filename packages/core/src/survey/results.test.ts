import { describe, expect, it } from "vitest";
import type { Answer, Channel, Given } from "./question.ts";
import { happinessResultsOf, resultsOf, shareOf } from "./results.ts";
import { happinessTallyOf, tallyOf } from "./tally.ts";

const given = (answer: Answer, channel: Channel = "link"): Given => {
  const kept = { questions: 1, answer, on: "2026-09-12" } as const;
  return channel === "link" ? { channel, ...kept } : { channel, ...kept, enteredBy: "mem_1" };
};
const times = (count: number, answer: Answer, channel?: Channel) =>
  Array.from({ length: count }, () => given(answer, channel));

describe("what may be seen of answers", () => {
  it("is nothing below five answers", () => {
    expect(Object.values(resultsOf(tallyOf(times(4, { satisfaction: 5, recommend: 9 }))))).toEqual(
      Array.from({ length: 7 }, () => undefined),
    );
  });

  it("is the share of the two best of five steps, from five answers up", () => {
    const answers = [
      ...times(3, { satisfaction: 5 }),
      ...times(1, { satisfaction: 4 }),
      ...times(1, { satisfaction: 3 }),
    ];

    expect(resultsOf(tallyOf(answers)).csat).toEqual({ n: 4, of: 5, percent: "80.0%" });
  });

  it("leaves out a question that fewer than five answered", () => {
    const answers = [...times(4, { satisfaction: 5, attitude: 5 }), ...times(3, { satisfaction: 2, solved: "no" })];
    const { attitude, solved, satisfaction } = resultsOf(tallyOf(answers));

    expect([attitude, solved, satisfaction]).toEqual([undefined, undefined, { n: 7, sum: 26, steps: [0, 3, 0, 0, 4] }]);
  });

  it("tells whether the difficulty was solved", () => {
    const answers = [
      ...times(4, { satisfaction: 5, solved: "yes" }),
      ...times(2, { satisfaction: 5, solved: "partly" }),
    ];

    expect(resultsOf(tallyOf(answers)).solved).toEqual({ n: 6, yes: 4, partly: 2, no: 0 });
  });

  it("is shown by channel only when each has five answers, since the total less one channel is the other", () => {
    const links = times(20, { satisfaction: 5 });

    expect(resultsOf(tallyOf([...links, ...times(4, { satisfaction: 1 }, "phone")])).channels).toBeUndefined();
    expect(resultsOf(tallyOf([...links, ...times(5, { satisfaction: 1 }, "phone")])).channels).toEqual({
      link: { n: 20, of: 20, percent: "100.0%" },
      phone: { n: 0, of: 5, percent: "0.0%" },
    });
  });

  it("counts who would recommend: 9 and 10 for, 0 to 6 against, with an interval", () => {
    const recommended = [10, 9, 9, 8, 7, 6, 0, 10].map((recommend) => given({ satisfaction: 4, recommend }));

    expect(resultsOf(tallyOf(recommended)).recommend).toEqual({
      n: 8,
      promoters: 4,
      detractors: 2,
      score: 25,
      interval: [-32, 82],
    });
  });

  it("hides the happiness of fewer than five volunteers", () => {
    const of = (count: number) =>
      happinessResultsOf(happinessTallyOf(Array.from({ length: count }, () => ({ score: 5 }))));

    expect([of(4).score, of(5).score]).toEqual([undefined, { n: 5, sum: 25, steps: [0, 0, 0, 0, 5] }]);
  });
});

describe("a share", () => {
  it.each([
    [1, 3, "33.3%"],
    [2, 3, "66.7%"],
    [1, 2000, "0.1%"],
    [1, 2001, "0.0%"],
    [189, 200, "94.5%"],
    [0, 7, "0.0%"],
    [7, 7, "100.0%"],
  ])("of %i in %i reads %s, rounded half up", (n, of, percent) => {
    expect(shareOf(n, of).percent).toBe(percent);
  });

  it("of nothing is refused", () => {
    expect(() => shareOf(0, 0)).toThrow(RangeError);
  });
});
