import type { Info, Stage } from "./lifecycle.ts";
import * as Lifecycle from "./lifecycle.ts";
import { begin } from "./move.ts";

export const PLAN: Lifecycle.Plan = {
  Propose: ["2026-09-08T10:00:00.000Z"],
  Recruit: ["2026-09-08T10:00:00.000Z"],
  Cover: ["2026-09-11T10:00:00.000Z"],
  Execute: ["2026-09-12T12:00:00.000Z"],
  Archive: ["2026-12-11T10:00:00.000Z"],
  Survey: ["2026-12-25T10:00:00.000Z"],
};

export const fresh = (proposal = false): Info =>
  begin({
    activityId: "act_00000000000000000000000001",
    proposal,
    plan: PLAN,
    archiveDueAt: "2026-09-19T10:00:00.000Z",
    definition: "1",
    at: "2026-09-01T00:00:00.000Z",
  });

const outcome = { kind: "deadline" as const, at: "2026-09-08T10:00:00.000Z", by: "system" };

/** A lifecycle that stands in a stage, every stage before it over. */
export function standingIn(stage: Stage): Info {
  const before = Lifecycle.STAGES.slice(0, Lifecycle.STAGES.indexOf(stage));
  const outcomes = Object.fromEntries(before.map((name) => [name, outcome]));
  return Lifecycle.Info.parse({ ...fresh(), status: Lifecycle.statusOf(stage), outcomes });
}
