import { activityRefusal } from "@yigong/core/activity/activity.refusals.ts";
import { startOf } from "@yigong/core/activity/activity.ts";
import { placesOf } from "@yigong/core/activity/revise.ts";
import { Refusal } from "@yigong/core/lib/error.ts";
import { recent } from "@yigong/core/lib/reading.ts";
import { dayOf } from "@yigong/core/lib/time.ts";
import { planFaults } from "@yigong/core/lifecycle/plan.ts";
import type { Members } from "@yigong/core/member/member.store.ts";
import { isVolunteerOn } from "@yigong/core/member/member.ts";
import type { SettingsRow } from "@yigong/core/organization/settings.store.ts";
import { TRAVEL_MINUTES } from "@yigong/core/organization/travel.ts";
import type { Units } from "@yigong/core/organization/unit.store.ts";
import { type Actor, allow } from "@yigong/core/permission/policy.ts";
import { activitySubject } from "@yigong/core/permission/subject.ts";
import { type GroupDeps, requireFits } from "../campaign/group-activity.ts";
import { requireUnits } from "../organization/require-units.ts";
import { type ActivitySoFar, type Considered, considered, spansOf } from "./activity-so-far.ts";
import { ACTIONS } from "./create-activity.ts";
import { type DraftFault, senseFaults, unitsNamedBy } from "./draft-faults.ts";
import { type AskedDeps, findingAsked } from "./find-asked.ts";
import { type ClashFindDeps, countOnShift, findNear, findSameTime } from "./find-same-time.ts";
import { hintsOf, LONG_SESSION_DAYS, skilled } from "./preview-hints.ts";
import { stepsOf } from "./preview-steps.ts";

export interface PreviewDeps extends AskedDeps, ClashFindDeps {
  members: AskedDeps["members"] & Pick<Members, "get">;
  units: AskedDeps["units"] & Pick<Units, "getMany">;
  settings: Pick<SettingsRow, "get">;
  campaigns: GroupDeps["campaigns"];
}

const LONG_MS = LONG_SESSION_DAYS * 24 * 3_600_000;

/** What a check refuses, as a fault of a field. */
async function faultOf(path: string, check: () => Promise<void>): Promise<DraftFault[]> {
  try {
    await check();
    return [];
  } catch (refusal) {
    if (!(refusal instanceof Refusal) || refusal.kind === "unavailable") throw refusal;
    return [{ path, refusal }];
  }
}

/** The units that are named and cannot be, by field. */
async function unitFaults({ units }: PreviewDeps, draft: ActivitySoFar): Promise<DraftFault[]> {
  const { branchIds = [], teamIds = [] } = draft.audience ?? {};
  const faults: DraftFault[] = [];
  for (const { path, kind, ids } of unitsNamedBy({ ...draft, audience: { branchIds, teamIds } }))
    faults.push(
      ...(await faultOf(path, () => requireUnits(units, kind === "branch" ? { branchIds: ids } : { teamIds: ids }))),
    );
  return faults;
}

/** What would refuse the activity as far as it is described: the rules of `createActivity`. */
async function faultsOf(
  deps: PreviewDeps,
  draft: ActivitySoFar,
  { activity, isDated }: Considered,
  { actor, at }: Asking,
) {
  const sense = senseFaults({ ...draft, sessions: activity.sessions, minimumPeople: activity.minimumPeople }, at);
  const faults = [
    ...sense,
    ...(activity.sessions.length > 0 ? planFaults(activity) : []),
    ...(await unitFaults(deps, draft)),
    ...(isDated ? await faultOf("campaignId", () => requireFits(deps, activity, draft.campaignId)) : []),
  ];
  if (draft.origin === "self" && !isVolunteerOn(await deps.members.get(actor.memberId), dayOf(at, deps.zone)))
    faults.push({ path: "origin", refusal: activityRefusal("activity.volunteers_only") });
  return faults;
}

interface Asking {
  actor: Actor;
  /** ISO-8601 UTC. */
  at: string;
}

/**
 * Looks at an activity as far as somebody has described it, and tells what starting it would set going. Writes nothing.
 *
 * @throws `permission.denied` when who asks could not start such an activity
 * @source docs/domain.md A1–A8
 */
export function previewActivity(deps: PreviewDeps) {
  const findAsked = findingAsked(deps);
  return async (draft: ActivitySoFar, { actor, at }: Asking) => {
    allow(actor, ACTIONS[draft.origin ?? "self"], activitySubject({ ...draft, organizerId: actor.memberId }));
    const whole = considered(draft, { memberId: actor.memberId, at });
    const { activity, isDated } = whole;
    const spans = spansOf(activity).filter(({ from, to }) => Date.parse(to) - Date.parse(from) <= LONG_MS);
    const opens = dayOf(at, deps.zone);
    const begins = isDated ? dayOf(startOf(activity), deps.zone) : opens;
    const { travelMinutes: minutes = TRAVEL_MINUTES } = await deps.settings.get(recent);
    const [{ asked, known }, faults, sameTime] = await Promise.all([
      findAsked({ audience: activity.audience, origin: draft.origin }, { opens, begins }),
      faultsOf(deps, draft, whole, { actor, at }),
      findSameTime(deps, spans, activity.audience),
    ]);
    const near = await findNear(deps, { spans, sameTime, minutes }, activity);
    const onShift = await countOnShift(deps, spans, new Set(asked.map(({ id }) => id)));
    const counted = {
      asked,
      known,
      places: placesOf(activity),
      sameTime: sameTime.length,
      onShift,
      near: near.length,
      minutes,
    };
    const isSound = [...(activity.sessions.length > 0 ? planFaults(activity) : [])].length === 0;
    const duty = asked.filter(({ onDuty }) => onDuty).length;
    return {
      asked: asked.length,
      duty,
      places: counted.places,
      skills: skillsOf(whole, asked),
      clashes: { activities: sameTime, shifts: onShift },
      steps: isDated && isSound ? stepsOf(activity, { asked: asked.length, duty }, { at, zone: deps.zone }) : [],
      faults,
      hints: hintsOf(whole, counted, { isSound, at, zone: deps.zone }),
    };
  };
}

const skillsOf = ({ activity }: Considered, asked: Parameters<typeof skilled>[0]) =>
  activity.sessions.flatMap(({ positions }) =>
    positions.flatMap(({ name, requiredSkills }) =>
      requiredSkills.map((skill) => ({ position: name, skill, people: skilled(asked, skill) })),
    ),
  );
