import { expect, it } from "vitest";
import { Audit } from "./index.ts";

const at = "2026-09-01T00:00:00.000Z";
const newId = (prefix: string) => `${prefix}_1`;

it("is an entry of the actor's triple and of nothing else that the caller knows of the actor", () => {
  const by = { actorId: "mem_1", role: "secretary", deputyFor: "mem_2", at: "2020-01-01T00:00:00.000Z" };

  expect(Audit.entryOf(newId, { subjectId: "act_1", action: "activity.cancel", at, by, reason: "下雨" })).toEqual({
    subjectId: "act_1",
    id: "aud_1",
    action: "activity.cancel",
    at,
    actorId: "mem_1",
    role: "secretary",
    deputyFor: "mem_2",
    reason: "下雨",
  });
});

it("has no attribute for what is not known", () => {
  const by = { actorId: "mem_1", role: undefined };
  const entry = Audit.entryOf(newId, { subjectId: "act_1", action: "activity.cancel", at, by, reason: undefined });

  expect(Object.keys(entry).sort()).toEqual(["action", "actorId", "at", "id", "subjectId"]);
  expect(Audit.Entry.parse(entry)).toEqual(entry);
});
