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

  it("that is reported counts once somebody else confirms it", () => {
    const reported = Deed.record(said, { id, at, today: "2026-01-01", by: { actorId: "mem_v" }, mayRecord: false });
    const confirm = (given: Deed.Info, who: Deed.By) => Deed.confirm(given, { at, by: who });
    const code = (act: () => unknown) => {
      try {
        return act();
      } catch (error) {
        return (error as { code: string }).code;
      }
    };

    expect(reported.status).toBe("reported");
    expect(confirm(reported, by)).toMatchObject({ status: "standing", confirmed: { at, by } });
    expect(code(() => confirm(reported, { actorId: "mem_v" }))).toBe("deed.own");
    expect(code(() => confirm(reported, { actorId: "mem_d", deputyFor: "mem_v" }))).toBe("deed.own");
    expect(code(() => confirm(deed, by))).toBe("deed.confirmed");
    expect(code(() => confirm(Deed.revoke(reported, { at, by, reason: "重复登记" }), by))).toBe("deed.void");
  });

  it("is not said twice by one person of one day in the same words", () => {
    const again =
      (known: Deed.Info, who: string, wording: Partial<Deed.Writing> = {}) =>
      () =>
        Deed.requireNew({ ...said, ...wording }, { id: "deed_other", by: { actorId: who }, known: [known] });

    expect(again(deed, "mem_b")).toThrow(expect.objectContaining({ code: "deed.twice" }));
    expect(again(deed, "mem_v")).not.toThrow();
    expect(again(deed, "mem_b", { date: "2025-12-30" })).not.toThrow();
    expect(again(deed, "mem_b", { description: "为两位老人接通宽带" })).not.toThrow();
    expect(again(Deed.revoke(deed, { at, by, reason: "重复登记" }), "mem_b")).not.toThrow();
  });
});
