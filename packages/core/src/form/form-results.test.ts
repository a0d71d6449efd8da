import fc from "fast-check";
import { describe, expect, it } from "vitest";
import * as Form from "./form.ts";
import { besideEachOther, groupChange, resultsOf } from "./form-results.ts";

const id = (number: number) => Form.Id.parse(`frm_${String(number).padStart(26, "0")}`);
const asked = (kind: Form.Kind, values: readonly number[], over: object = {}) => ({
  form: { id: id(1), kind, title: "拓展", asked: 20, ...over },
  answers: values.map((value) => ({ items: Array.from({ length: kind === "reaction" ? 3 : 4 }, () => value) })),
});

describe("the answers to a form", () => {
  it("are shown from five up, as means and parts of five people at least, and free words in no order of time", () => {
    const answers = [5, 5, 4, 5, 3].map((value, at) => ({ items: [value, value, value], comment: `第${5 - at}条` }));
    const shown = resultsOf({ kind: "reaction", asked: 8 }, answers);

    expect(resultsOf({ kind: "reaction", asked: 8 }, answers.slice(1))).toEqual({ asked: 8 });
    expect(shown.answered).toEqual({ n: 5, percent: "62.5%" });
    expect(shown.items?.[0]).toEqual({ mean: "4.40", bins: [{ from: 1, to: 5, n: 5 }] });
    expect(shown.comments).toEqual(["第1条", "第2条", "第3条", "第4条", "第5条"]);
  });

  it("are in no sum of several forms when they are fewer than five", () => {
    const forms = [8, 3].map((many) =>
      asked(
        "reaction",
        Array.from({ length: many }, () => 5),
      ),
    );
    const { total, forms: each } = besideEachOther(forms);

    expect(total.answered).toEqual({ n: 8, percent: "40.0%" });
    expect(each.map(({ answered }) => answered?.n)).toEqual([8, undefined]);
  });

  it("tell no form of fewer than five by what is shown of any sums, whichever forms they are of", () => {
    const size = fc.integer({ min: 0, max: 9 });
    fc.assert(
      fc.property(fc.array(fc.tuple(size, fc.boolean()), { minLength: 1, maxLength: 6 }), (sizes) => {
        const forms = sizes.map(([many]) =>
          asked(
            "reaction",
            Array.from({ length: many }, () => 3),
          ),
        );
        const some = forms.filter((_, at) => sizes[at]?.[1]);
        const [all, part] = [besideEachOther(forms).total, besideEachOther(some).total];
        const rest = (all.answered?.n ?? 0) - (part.answered?.n ?? 0);

        expect(rest === 0 || rest >= 5).toBe(true);
      }),
    );
  });
});

describe("a group before and after", () => {
  const before = asked("cohesion", [3, 3, 3, 3, 3, 4], { moment: "before" });

  it("is compared by its means: the people of the two sides may be others, and as many as they are", () => {
    const after = asked("cohesion", [4, 4, 4, 4, 5], { moment: "after" });
    const shown = groupChange(before, after);

    expect(shown.overall).toEqual({ before: "3.17", after: "4.20", change: "+1.03" });
    expect(shown.changes).toEqual(["+1.03", "+1.03", "+1.03", "+1.03"]);
  });

  it("is not compared when four answered on one side", () => {
    const shown = groupChange(before, asked("cohesion", [4, 4, 4, 4], { moment: "after" }));

    expect([shown.overall, shown.before.answered?.n, shown.after.answered]).toEqual([undefined, 6, undefined]);
  });
});
