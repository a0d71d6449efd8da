import { expect, it } from "vitest";
import { keysIn } from "./used-words.ts";

const KEYS = [
  "activity.status.done",
  "activity.status.cancelled",
  "role.alliance",
  "role.auditor",
  "leave.status.approved",
];

it("keeps the words that a page names, whole or by how they begin, and no others", () => {
  expect(keysIn('word("leave.status.approved")', KEYS)).toEqual(["leave.status.approved"]);
  expect(keysIn("word(`activity.status.${status}`)", KEYS)).toEqual([
    "activity.status.done",
    "activity.status.cancelled",
  ]);
  expect(keysIn("roles.map((role) => word(`role.${role}`))", KEYS)).toEqual(["role.alliance", "role.auditor"]);
  expect(keysIn('say("activity.status") + "role" + `${role}`', KEYS)).toEqual([]);
});
