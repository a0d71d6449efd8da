import { describe, expect, it } from "vitest";
import { MOST_ASKED } from "./advice.row.ts";
import { advise, advisersOf, askAdvice, owesAdvice } from "./advice.ts";
import { decide, type Info, resubmit } from "./proposal.ts";

const AT = (minute: number) => `2026-09-01T00:${String(minute).padStart(2, "0")}:00.000Z`;
const submitted: Info = {
  ...{ activityId: "act_1", proposerId: "mem_p", submittedAt: AT(0), plan: "走访", wishes: { guidance: true } },
  ...{ returns: [], version: 0, state: "submitted" },
};
const boss = (minute: number) => ({ by: "mem_boss", at: AT(minute) });
const said = { stance: "conditions", text: "夜间不进山" } as const;
const asked = askAdvice(submitted, "mem_old", boss(1));
const approve = (proposal: Info, adviserId: string) =>
  decide(proposal, { verdict: "approve", reason: "同意", grants: { adviserId } }, boss(5));

describe("whom the alliance asks", () => {
  it("advises while the plan waits, and it stays in the plan's record through a return and what is sent again", () => {
    const advised = advise(asked, said, { by: "mem_old", at: AT(2) });
    const returned = decide(advised, { verdict: "return", reason: "补充" }, boss(3));
    const again = resubmit(returned, { plan: "走访两次", wishes: { guidance: false }, at: AT(4) });

    expect(again.advice).toEqual([{ by: "mem_old", at: AT(2), ...said }]);
    expect([asked, advised, returned, again].map((one) => owesAdvice(one, "mem_old"))).toEqual([
      true,
      false,
      false,
      true,
    ]);
  });

  it("is never waited for: the decision comes without advice", () => {
    expect(approve(asked, "mem_new").state).toBe("approved");
  });

  it("advises no more once it is decided, except whom it was granted", () => {
    const approved = approve(asked, "mem_new");

    expect(() => advise(approved, said, { by: "mem_old", at: AT(6) })).toThrow(
      expect.objectContaining({ code: "proposal.advice_over" }),
    );
    expect(advisersOf(approved)).toEqual(["mem_new"]);
    expect(owesAdvice(approved, "mem_new")).toBe(true);
    expect(owesAdvice(advise(approved, said, { by: "mem_new", at: AT(6) }), "mem_new")).toBe(false);
  });

  it("is nobody who proposed it, and asked once", () => {
    expect(() => askAdvice(submitted, "mem_p", boss(1))).toThrow(
      expect.objectContaining({ code: "proposal.adviser_own" }),
    );
    expect(askAdvice(asked, "mem_old", boss(2))).toBe(asked);
  });

  it("is asked by nobody about their own plan, and no more once it is decided", () => {
    expect(() => askAdvice(submitted, "mem_old", { by: "mem_p", at: AT(1) })).toThrow(
      expect.objectContaining({ code: "proposal.own" }),
    );
    expect(() => askAdvice(approve(submitted, "mem_new"), "mem_old", boss(6))).toThrow(
      expect.objectContaining({ code: "proposal.not_submitted" }),
    );
  });

  it("is one of ten at most", () => {
    let proposal: Info = submitted;
    for (let one = 0; one < MOST_ASKED; one += 1) proposal = askAdvice(proposal, `mem_${one}`, boss(1));

    expect(() => askAdvice(proposal, "mem_more", boss(2))).toThrow(
      expect.objectContaining({ code: "proposal.many_advisers" }),
    );
  });
});

it("takes no advice from who was not asked, nor on a plan that was refused", () => {
  const refused = decide(asked, { verdict: "refuse", reason: "冲突" }, boss(3));

  expect(() => advise(asked, said, { by: "mem_x", at: AT(2) })).toThrow(
    expect.objectContaining({ code: "proposal.not_adviser" }),
  );
  expect(() => advise(refused, said, { by: "mem_old", at: AT(4) })).toThrow(
    expect.objectContaining({ code: "proposal.advice_over" }),
  );
});
