import type { Info as Activity } from "@yigong/core/activity/activity.ts";
import { Info as Lifecycle } from "@yigong/core/lifecycle/lifecycle.ts";
import * as Sample from "@yigong/core/participation/participation.builder.ts";
import { BRANCH_A, BRANCHES, TEAMS } from "../sample/units.ts";
import type { TestAlliance } from "../test-alliance.ts";

/** The day after the service, on which archives are written. */
export const NOW = "2026-09-20T01:00:00.000Z";
/** Who was present at every activity, and who at none. */
export const VOLUNTEER = 1;
export const STRANGER = 9;

const over = { kind: "deadline", at: NOW, by: "system" };
const instants = { Recruit: [NOW], Cover: [NOW], Execute: [NOW], Archive: [NOW], Survey: [NOW], Propose: [] };

const lifecycleOf = (activityId: string, changed: object): Lifecycle =>
  Lifecycle.parse({
    ...{ activityId, generation: 1, plan: instants, archiveDueAt: NOW, enteredAt: {}, startedAt: NOW, version: 0 },
    ...{ generationAt: NOW, prepared: [] },
    ...{ status: "archiving", outcomes: { Recruit: over, Cover: over, Execute: over } },
    ...changed,
  });

/** Activities of branch A that were held on 19 September 2026, and what is written down of them. */
export function archiving({ given, useCases }: TestAlliance) {
  let started = 0;
  return {
    /** The people around them, once a file. */
    people: async () => {
      await given.units([...BRANCHES, ...TEAMS]);
      await given.members("organizer", "alliance", "secretaryA", "secretaryB", "auditor", VOLUNTEER, STRANGER);
    },
    /** A new activity whose archive is open, unless `changed` says where it stands. */
    async start(changed: object = {}): Promise<Activity["id"]> {
      started += 1;
      const held = { startsAt: "2026-09-19T01:00:00.000Z", endsAt: "2026-09-19T04:00:00.000Z" };
      const activity = Sample.activity({
        ...{ id: Sample.activityId(started), title: "社区服务日", branchId: BRANCH_A },
        ...{ sessions: [Sample.session(5, held)], recruitUntil: held.startsAt, createdAt: held.startsAt },
      });
      await given.activityAt(activity, lifecycleOf(activity.id, changed));
      await given.present(activity, VOLUNTEER);
      return activity.id;
    },
    /** How often somebody ended a stage of an activity. */
    async decisions(activityId: string): Promise<number> {
      const { items } = await useCases.audits.about(activityId, { limit: 50 });
      return items.filter(({ action }) => action === "lifecycle.close").length;
    },
  };
}
