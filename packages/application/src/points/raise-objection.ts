import { type Info as Activity, lastInstantOf, startOf } from "@yigong/core/activity/activity.ts";
import { covererOf } from "@yigong/core/cover/cover.ts";
import { PAGE } from "@yigong/core/lib/phone-page.ts";
import { dayOf, yearOf } from "@yigong/core/lib/time.ts";
import { isVolunteerOn, type Info as Member } from "@yigong/core/member/member.ts";
import { isInAudience } from "@yigong/core/participation/audience.ts";
import type { By } from "@yigong/core/permission/actor.ts";
import * as Objection from "@yigong/core/points/objection.ts";
import { pointsRefusal } from "@yigong/core/points/points.refusals.ts";
import { tell } from "../lifecycle/lifecycle-effects.ts";
import { auditOf, type CorrectionDeps, toldDeciders } from "./correction-stores.ts";

/** What somebody objects to: an entry of theirs, or that an activity gave them none. */
export type Ground = { entryId: string } | { activityId: string };

const activityIdOf = (ground: Ground): string =>
  "entryId" in ground ? (ground.entryId.split(":")[0] ?? "") : ground.activityId;

/** Refuses a second objection of one person to the same entry, or to having none from the same activity. @throws `objection.raised_already` */
async function requireFirst({ objections }: CorrectionDeps, { id, memberId, activityId, entryId }: Objection.Info) {
  let cursor: string | undefined;
  do {
    const page = await objections.ofMember(memberId, { limit: 100, cursor });
    const known = page.items.find((one) => one.activityId === activityId && one.entryId === entryId && one.id !== id);
    if (known)
      throw known.status === "open"
        ? pointsRefusal("objection.raised_already", { at: known.raisedAt })
        : pointsRefusal("objection.raised_already/decided", { at: known.raisedAt, decidedAt: known.decidedAt });
    cursor = page.cursor;
  } while (cursor);
}

/** Refuses who has nothing to do with an activity: not meant for them, no duty, no sign-up, no attendance, no cover. @throws `objection.not_concerned` */
async function requireConcerned(deps: CorrectionDeps, activity: Activity, member: Member): Promise<void> {
  const memberId = member.id;
  const day = dayOf(startOf(activity), deps.zone);
  const isMeant = isVolunteerOn(member, day) && isInAudience(member, activity, day);
  if (isMeant || activity.organizerId === memberId) return;
  const [own, duty, needs] = await Promise.all([
    deps.participations.ofMember(activity, memberId),
    deps.dutyLists.find(activity.id),
    deps.covers.of(activity.id),
  ]);
  const covers = needs.some((need) => covererOf(need) === memberId);
  if (own.length > 0 || duty?.memberIds.includes(memberId) || covers) return;
  for (const { id: sessionId } of activity.sessions)
    if (await deps.attendances.find({ activityId: activity.id, sessionId, memberId })) return;
  throw pointsRefusal("objection.not_concerned");
}

/**
 * Objects to points of one's own, and tells who decides.
 *
 * @throws `objection.not_concerned`, `objection.raised_already`, `objection.too_early` until points are posted, `points.entry_missing` for an entry that is not theirs, `activity.missing`
 * @source docs/ledger.md Objections
 */
export async function raiseObjection(
  deps: CorrectionDeps,
  { id, ground, text, memberId }: { id: string; ground: Ground; text: string; memberId: string },
  { at }: { at: string },
): Promise<Objection.Info> {
  const activityId = activityIdOf(ground);
  const [activity, lifecycle, member] = await Promise.all([
    deps.activities.get(activityId),
    deps.lifecycles.get(activityId),
    deps.members.get(memberId),
  ]);
  if (lifecycle.status !== "done") throw pointsRefusal("objection.too_early");
  const entryId = "entryId" in ground ? ground.entryId : undefined;
  const year = yearOf(lastInstantOf(activity), deps.zone);
  if (entryId !== undefined && !(await deps.ledger.find(member.pseudonym, year, entryId)))
    throw pointsRefusal("points.entry_missing");
  const objection: Objection.Info = {
    id: Objection.Id.parse(id),
    memberId,
    activityId,
    ...(entryId === undefined ? {} : { entryId }),
    text,
    raisedAt: at,
    status: "open",
    version: 0,
  };
  if (entryId === undefined) await requireConcerned(deps, activity, member);
  await requireFirst(deps, objection);
  const detail = { id, entryId };
  const raised = await deps.objections.raise(objection, at, {
    effects: toldDeciders(
      "points.objected",
      { activity, at, cause: id, page: PAGE.approval("objection", id) },
      { name: member.name, reason: text },
    ),
    audit: [auditOf(deps, activityId, { by: { actorId: memberId }, at, action: "points.object", detail })],
  });
  deps.wake();
  return raised;
}

/** Who had a part in what is objected to: the organizer, and who asked for and approved a correction. */
async function involvedIn(deps: CorrectionDeps, { activityId, entryId }: Objection.Info): Promise<string[]> {
  const { organizerId } = await deps.activities.get(activityId);
  const [, , kind, correctionId = ""] = entryId?.split(":") ?? [];
  if (kind !== "correction") return [organizerId];
  const correction = await deps.corrections.get(activityId, correctionId);
  const { askedBy, askedFor } = correction;
  const deciders = correction.status === "requested" ? [] : [correction.decidedBy, correction.decidedFor];
  return [organizerId, askedBy, askedFor, ...deciders].filter((one) => one !== undefined);
}

/**
 * Decides on an objection and tells who raised it. Upheld, a correction is to follow: it has two people of its own.
 *
 * @throws `objection.missing`, `objection.decided`, `objection.second_person`, `store.busy`
 * @source docs/ledger.md Objections
 */
export async function decideObjection(
  deps: CorrectionDeps,
  objectionId: string,
  { upheld, reason, by, at }: { upheld: boolean; reason: string; by: By; at: string },
): Promise<Objection.Info> {
  const known = await deps.objections.get(objectionId);
  const [activity, involved] = await Promise.all([deps.activities.get(known.activityId), involvedIn(deps, known)]);
  const decided = await deps.objections.change(objectionId, at, (before) => {
    const item = Objection.decide(before, { upheld, reason, by: by.actorId, deputyFor: by.deputyFor, at }, involved);
    const template = upheld ? ("points.objectionUpheld" as const) : ("points.objectionRejected" as const);
    const to = { kind: "members" as const, memberIds: [before.memberId] };
    const detail = { id: objectionId, upheld };
    return {
      item,
      effects: [tell({ activity, template, to, dueAt: at, cause: objectionId }, { reason })],
      audit: [auditOf(deps, activity.id, { by, at, action: "points.decideObjection", reason, detail })],
    };
  });
  deps.wake();
  return decided;
}
