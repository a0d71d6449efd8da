import { describe, expect, it } from "vitest";
import { previewOf, type Subject } from "./preview.ts";
import { RULE_SET_1 } from "./rules.ts";
import { emptyTally } from "./tally.ts";

const subject = (
  memberId: string,
  tally: Partial<Subject["tally"]> & { points: number },
  partyMember = false,
): Subject => ({
  memberId,
  partyMember,
  volunteer: true,
  tally: { ...emptyTally(), ...tally },
});
const ana = subject("ana", { points: 300, attendances: 2, halfDays: 4 });
const bo = subject("bo", { points: 125, attendances: 1, halfDays: 1 }, true);
const cai = subject("cai", { points: 50, covers: 1 });
const den: Subject = { memberId: "den", partyMember: true, volunteer: true, tally: undefined };

describe("a preview of other rules", () => {
  it("says that nothing changes when nothing does", () => {
    const preview = previewOf([ana, bo, cai, den], RULE_SET_1, RULE_SET_1);

    expect(preview).toEqual({ people: 4, gain: 0, lose: 0, sumBefore: 475, sumAfter: 475, effects: [] });
  });

  it("tells who would gain and lose, and which lines they would cross, those first", () => {
    const draft = { ...RULE_SET_1, attendancePoints: 110, coverPoints: 0 };
    const preview = previewOf([ana, bo, cai, den], draft, RULE_SET_1);

    expect(preview).toMatchObject({ gain: 2, lose: 1, sumBefore: 475, sumAfter: 455 });
    expect(preview.effects).toEqual([
      { memberId: "cai", before: 50, after: 0, crossed: [{ line: "zero", now: false }] },
      { memberId: "ana", before: 300, after: 320, crossed: [{ line: "preference", now: true }] },
      { memberId: "bo", before: 125, after: 135, crossed: [] },
    ]);
  });

  it("tells whom another floor would lift or leave behind, without any other points", () => {
    const preview = previewOf([bo, den], { ...RULE_SET_1, floorPoints: 125 }, RULE_SET_1);

    expect(preview.effects).toEqual([
      { memberId: "bo", before: 125, after: 125, crossed: [{ line: "floor", now: true }] },
    ]);
  });

  it("scores grades by how often each was given, and leaves corrections by points alone", () => {
    const eve = subject("eve", { points: 130, attendances: 1, good: 1, adjusted: 10 });
    const draft = { ...RULE_SET_1, gradePoints: { ...RULE_SET_1.gradePoints, good: 30 }, attendancePoints: 200 };

    expect(previewOf([eve], draft, RULE_SET_1).effects[0]).toMatchObject({ before: 130, after: 240 });
  });
});
