import { describe, expect, it } from "vitest";
import * as Proposal from "./proposal.ts";

const by = { by: "mem_1", at: "2026-09-02T00:00:00.000Z" };
const submitted = Proposal.Info.parse({
  state: "submitted",
  activityId: "act_1",
  proposerId: "mem_2",
  submittedAt: "2026-09-01T00:00:00.000Z",
  plan: "teach",
  wishes: { guidance: true, moneyFen: 50_000 },
  returns: [],
  version: 0,
});

describe("deciding on a proposal", () => {
  it("returns it for changes, after which it is sent again", () => {
    const returned = Proposal.decide(submitted, { verdict: "return", reason: "name a place" }, by);
    const again = Proposal.resubmit(returned, { plan: "teach in the hall", wishes: submitted.wishes, at: by.at });

    expect(again).toMatchObject({
      state: "submitted",
      plan: "teach in the hall",
      returns: [{ reason: "name a place" }],
    });
  });

  it("grants no more money than was asked for", () => {
    const decide = (moneyFen: number) =>
      Proposal.decide(submitted, { verdict: "approve", reason: "good", grants: { moneyFen } }, by);

    expect(decide(50_000)).toMatchObject({ state: "approved", grants: { moneyFen: 50_000 } });
    expect(() => decide(50_001)).toThrow(expect.objectContaining({ code: "proposal.too_much_money" }));
  });

  it("is final", () => {
    const refused = Proposal.decide(submitted, { verdict: "refuse", reason: "no" }, by);

    expect(() => Proposal.decide(refused, { verdict: "approve", reason: "yes", grants: {} }, by)).toThrow(
      expect.objectContaining({ code: "proposal.not_submitted" }),
    );
  });

  it("always has a reason", () => {
    expect(Proposal.Verdict.safeParse({ verdict: "refuse", reason: " " }).success).toBe(false);
  });
});
