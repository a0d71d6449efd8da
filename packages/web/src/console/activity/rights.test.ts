import { POLICY } from "@yigong/core/permission/policy.ts";
import { expect, it } from "vitest";
import { mayDo, RIGHTS } from "./rights.ts";

it("offers each action to exactly those whom the policy allows", () => {
  const sorted = (table: Record<string, readonly string[]>) =>
    Object.fromEntries(Object.keys(RIGHTS).map((action) => [action, [...(table[action] ?? [])].sort()]));

  expect(sorted(RIGHTS)).toEqual(sorted(POLICY));
});

it("offers a branch's secretary what is of the branch, and what is about its people anywhere", () => {
  const me = {
    id: "mem_1",
    roles: [{ role: "branchSecretary" as const, scope: { kind: "branch" as const, unitId: "unit_1" }, from: "" }],
  };
  const elsewhere = { organizerId: "mem_2", branchId: "unit_2" };

  expect(mayDo(me, "archive.write", elsewhere)).toBe(false);
  expect(mayDo(me, "archive.write", { ...elsewhere, branchId: "unit_1" })).toBe(true);
  expect(mayDo(me, "leave.decide", elsewhere)).toBe(true);
});

it("offers the organizer what is their own, and nobody anything before it is known who they are", () => {
  expect(mayDo({ id: "mem_1", roles: [] }, "activity.run", { organizerId: "mem_1" })).toBe(true);
  expect(mayDo(undefined, "activity.run", { organizerId: "mem_1" })).toBe(false);
});
