import { describe, expect, it } from "vitest";
import { Deed } from "./index.ts";

const id = Deed.Id.parse("deed_01k0000000000000000000000a");
const at = "2026-01-01T02:00:00.000Z";
const by = { actorId: "mem_b", role: "branchSecretary" };
const said: Deed.Writing = { date: "2025-12-31", description: "为独居老人接通宽带", beneficiary: "society" };
const deed = Deed.record(said, { id, at, today: "2026-01-01", by });

describe("a deed", () => {
  it("stands alone or belongs to an activity, and counts in the year of its day", () => {
    expect(Deed.Info.parse(deed)).toMatchObject({ status: "standing", recordedAt: at });
    expect(Deed.yearOf(deed)).toBe(2025);
  });

  it.each([
    ["2026-01-01", true],
    ["2026-01-02", false],
  ])("done on %s is recorded on 2026-01-01: %s", (date, fine) => {
    const recorded = () => Deed.record({ ...said, date }, { id, at, today: "2026-01-01", by }).date;

    if (fine) expect(recorded()).toBe(date);
    else expect(recorded).toThrow(expect.objectContaining({ code: "deed.in_future" }));
  });

  it("is voided once, with a reason, and stays to be seen", () => {
    const voided = Deed.revoke(deed, { at, by, reason: "重复登记" });

    expect(voided).toMatchObject({ ...said, status: "void", reason: "重复登记", voidedBy: by });
    expect(() => Deed.revoke(voided, { at, by, reason: "重复登记" })).toThrow(
      expect.objectContaining({ code: "deed.void" }),
    );
  });
});
