import { describe, expect, it } from "vitest";
import { allow, grantsAt, may } from "./policy.ts";
import type { Grant } from "./role.ts";

const from = "2026-01-01T00:00:00.000Z";
const grant = (role: Grant["role"], scope: Grant["scope"] = { kind: "all" }): Grant => ({ role, scope, from });
const actor = (...grants: Grant[]) => ({ memberId: "mem_1", grants });

describe("who may do what", () => {
  it.each([
    ["a secretary, in their branch", { branchId: "unit_a" }, true],
    ["a secretary, in another branch", { branchId: "unit_b" }, false],
    ["a secretary, where no branch is known", {}, false],
  ])("reaches as far as the grant: %s", (_, subject, allowed) => {
    const secretary = actor(grant("branchSecretary", { kind: "branch", unitId: "unit_a" }));

    expect(may(secretary, "leave.decide", subject)).toBe(allowed);
  });

  it("lets people do what is theirs, and nobody else's", () => {
    expect([
      may(actor(), "leave.request", { ownerId: "mem_1" }),
      may(actor(), "leave.request", { ownerId: "mem_2" }),
    ]).toEqual([true, false]);
  });

  it("names the deputy's principal for the audit", () => {
    const deputy = { ...grant("alliance"), deputyFor: "mem_9" };

    expect(allow(actor(deputy), "proposal.decide")).toEqual({ actorId: "mem_1", role: "alliance", deputyFor: "mem_9" });
  });

  it("refuses with a code", () => {
    expect(() => allow(actor(grant("volunteer")), "proposal.decide")).toThrow(
      expect.objectContaining({ code: "permission.denied" }),
    );
  });
});

it.each([
  ["from its first instant", "2026-01-01T00:00:00.000Z", 1],
  ["before", "2025-12-31T23:59:59.999Z", 0],
  ["until, exclusive", "2026-02-01T00:00:00.000Z", 0],
])("holds a role %s", (_, at, count) => {
  expect(grantsAt([{ ...grant("alliance"), until: "2026-02-01T00:00:00.000Z" }], at)).toHaveLength(count);
});

describe("a program", () => {
  const grants = [{ role: "alliance", scope: { kind: "all" }, from: "2026-01-01T00:00:00.000Z" }] as const;
  const program = { memberId: "mem_1", grants, only: new Set(["audit.read"]) };

  it("sees and does what its token is for, as far as its owner may", () => {
    expect(may(program, "audit.read")).toBe(true);
    expect(may({ ...program, grants: [] }, "audit.read")).toBe(false);
  });

  it.each(["people.read", "activity.read", "member.read"] as const)(
    "neither sees nor does %s for its owner",
    (action) => {
      const own = { ownerId: "mem_1" };

      expect(may(program, action, own)).toBe(false);
      expect(() => allow(program, action, own)).toThrow(expect.objectContaining({ code: "token.out_of_scope" }));
    },
  );
});
