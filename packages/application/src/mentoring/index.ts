import type { Table } from "@yigong/core/lib/table.ts";
import { dynamoMentorings } from "@yigong/core/mentoring/mentoring.store.ts";
import type { Handles, Manifest } from "../manifest/manifest.ts";
import { after } from "../ports/effect-handler.ts";
import { endByTerm, type RemindDeps, remindMentoring } from "./remind-mentoring.ts";

export const mentoring = {
  name: "mentoring",
  stores: (table: Table) => ({ mentorings: dynamoMentorings(table) }),
  handlers: (deps: RemindDeps): Handles<"mentoring.remind" | "mentoring.end"> => ({
    "mentoring.remind": (effect) => after(remindMentoring(deps, effect)),
    "mentoring.end": (effect) => after(endByTerm(deps, effect)),
  }),
} as const satisfies Manifest;
