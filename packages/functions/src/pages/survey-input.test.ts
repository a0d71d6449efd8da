import { Answer } from "@yigong/core/survey/question.ts";
import { COMMENT_LENGTH } from "@yigong/core/survey/question-set.ts";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Faulty, inputOf } from "./survey-input.ts";

const FORM = "0123456789abcdef0123456789abcdef";
const FIELDS = ["satisfaction", "solved", "attitude", "punctuality", "recommend", "comment"] as const;

const numberOf = (text: string | undefined): number | undefined => {
  if (text === undefined) return undefined;
  return /^\d{1,2}$/.test(text) ? Number(text) : Number.NaN;
};

/** What the schema of an answer makes of the same fields. */
function bySchema(fields: Partial<Record<Faulty, string>>) {
  const typed = (field: Faulty) => fields[field]?.trim() || undefined;
  const parsed = Answer.safeParse({
    satisfaction: numberOf(typed("satisfaction")),
    solved: typed("solved"),
    attitude: numberOf(typed("attitude")),
    punctuality: numberOf(typed("punctuality")),
    recommend: numberOf(typed("recommend")),
    comment: typed("comment"),
  });
  if (parsed.success) return { answer: parsed.data };
  const wrong = parsed.error.issues.map(({ path }) => path[0]);
  return { faults: FIELDS.filter((field) => wrong.includes(field)) };
}

const odd = fc.oneof(
  fc.constantFrom(
    "",
    " ",
    "0",
    "00",
    "05",
    "5.0",
    "1e0",
    "+5",
    "-1",
    "６",
    "11",
    "99",
    "100",
    "yes ",
    "Yes",
    "toString",
  ),
  fc.string({ unit: "grapheme", maxLength: 5 }),
);
const step = fc.oneof(
  { arbitrary: fc.integer({ min: 0, max: 12 }).map(String), weight: 3 },
  { arbitrary: fc.string(), weight: 1 },
  odd,
);
const piece = fc.constantFrom("谢", "a", "\r\n", "\r", "\n", " ", "\u3000", "👍", "&", "%", "+");
const comment = fc.oneof(
  fc.array(piece, { maxLength: 8 }).map((parts) => parts.join("")),
  fc
    .tuple(fc.integer({ min: -2, max: 2 }), piece, piece)
    .map(([more, begin, end]) => [begin, "好".repeat(COMMENT_LENGTH + more - 1), end].join("")),
);
const upTo = (lowest: number, highest: number) => fc.integer({ min: lowest, max: highest }).map(String);
const good = fc.record(
  {
    satisfaction: upTo(1, 5),
    solved: fc.constantFrom("yes", "partly", "no"),
    attitude: upTo(1, 5),
    punctuality: upTo(1, 5),
    recommend: upTo(0, 10),
    comment,
  },
  { requiredKeys: ["satisfaction"] },
);
const any = fc.record(
  {
    satisfaction: step,
    solved: fc.oneof(fc.constantFrom("yes", "partly", "no"), odd),
    attitude: step,
    punctuality: step,
    recommend: step,
    comment,
  },
  { requiredKeys: [] },
);

describe("a posted form", () => {
  it("is taken, or found faulty in the same fields, exactly as the schema of an answer says", () => {
    let taken = 0;
    fc.assert(
      fc.property(fc.oneof(good, any), (fields) => {
        const input = inputOf(String(new URLSearchParams({ submission: FORM, ...fields })));
        const said = input.ok ? { answer: input.answer } : { faults: input.faults };
        if (input.ok) taken += 1;

        expect(said).toEqual(bySchema(fields));
      }),
      { numRuns: 2000 },
    );
    expect(taken).toBeGreaterThan(200);
  });

  it("is a real answer when it is whole", () => {
    const fields = {
      satisfaction: "5",
      solved: "no",
      attitude: "1",
      punctuality: "2",
      recommend: "10",
      comment: "好\r\n",
    };
    const input = inputOf(String(new URLSearchParams({ submission: FORM, ...fields })));

    expect(input).toMatchObject({
      ok: true,
      submission: FORM,
      answer: { satisfaction: 5, solved: "no", attitude: 1, punctuality: 2, recommend: 10, comment: "好" },
    });
  });

  it.each([
    ["of a page that nobody opened", "satisfaction=5"],
    ["with another page's digits", `satisfaction=5&submission=${"g".repeat(32)}`],
    ["that is no form", "{}"],
  ])("%s is no answer, and no field is at fault for it", (_, body) => {
    const input = inputOf(body);

    expect(input.ok).toBe(false);
    expect(input.ok ? [] : input.faults.filter((field) => field !== "satisfaction")).toEqual([]);
  });

  it("counts the first of two answers to one question", () => {
    const input = inputOf(`submission=${FORM}&satisfaction=4&satisfaction=1`);

    expect(input).toMatchObject({ ok: true, answer: { satisfaction: 4 } });
  });
});
