import type { Info as Activity } from "@yigong/core/activity/activity.ts";
import * as Cover from "@yigong/core/cover/cover.ts";
import { clip, period, type Template } from "@yigong/core/message/message.ts";
import type { UnitInfo } from "@yigong/core/organization/organization.ts";
import type { Audience, Effect } from "@yigong/core/outbox/outbox.ts";
import { holders, tell } from "../lifecycle/effects.ts";
import type { CoverDeps } from "./deps.ts";

/** The names that messages and lists about covers use. */
export interface Words {
  nameOf(memberId: string): string;
  postOf(need: Pick<Cover.Info, "postId">): string;
  /** Who confirms: the post's head, else the department's, else nobody in person and the alliance does. */
  headOf(need: Cover.Info): string | undefined;
}

/** Reads the names that are needed to speak of some needs. */
export async function wordsOf(
  deps: Pick<CoverDeps, "members" | "units">,
  needs: readonly Cover.Info[],
  others: readonly string[] = [],
): Promise<Words> {
  const ids = needs.flatMap((need) => [need.participantId, Cover.covererOf(need) ?? need.participantId]);
  const [members, units] = await Promise.all([
    deps.members.getMany([...new Set([...ids, ...others])]),
    deps.units.all(),
  ]);
  const names = new Map(members.map((member) => [member.id as string, member.name]));
  const unitsById = new Map(units.map((unit) => [unit.id as string, unit]));
  return {
    nameOf: (memberId) => names.get(memberId) ?? memberId,
    postOf: (need) => unitsById.get(need.postId)?.name ?? need.postId,
    headOf: (need) => headOf(need, unitsById),
  };
}

/** Nobody confirms their own cover, so a head who covers is passed over. */
function headOf(need: Cover.Info, units: ReadonlyMap<string, UnitInfo>): string | undefined {
  const heads = [need.postId, need.departmentId ?? ""].map((id) => {
    const unit = units.get(id);
    return unit?.kind === "post" || unit?.kind === "department" ? unit.headId : undefined;
  });
  return heads.find((headId) => headId !== undefined && headId !== Cover.covererOf(need));
}

/** What people are told when a need moved. */
export function messagesOf(
  activity: Activity,
  { before, after, at }: { before: Cover.Info; after: Cover.Info; at: string },
  words: Words,
): Effect[] {
  const shared = { post: words.postOf(after), shiftPeriod: period(after.from, after.to) };
  const participant = words.nameOf(after.participantId);
  const say = (template: Extract<Template, `cover.${string}`>, to: Audience, params: Record<string, string> = {}) =>
    tell({ activity, template, to, dueAt: at, cause: `${after.id}:${before.version + 1}` }, { ...shared, ...params });
  const one = (memberId: string): Audience => ({ kind: "members", memberIds: [memberId] });
  const coverer = Cover.covererOf(after);
  const left = leftOut(before, after);
  const effects: Effect[] = [];
  if (left?.how === "silence") effects.push(say("cover.expired", one(left.memberId)));
  if (left?.how === "withdrawn") effects.push(say("cover.withdrawn", one(left.memberId), { name: participant }));
  if (left?.how === "notConfirmed")
    effects.push(say("cover.notConfirmed", one(left.memberId), { reason: clip(left.reason ?? "") }));
  if (coverer === undefined || (before.status === after.status && Cover.covererOf(before) === coverer)) return effects;
  const name = words.nameOf(coverer);
  if (after.status === "offered")
    effects.push(say("cover.offered", one(coverer), { name: participant, expiresAt: after.expiresAt }));
  if (after.status === "accepted") {
    const head = words.headOf(after);
    const to = head === undefined ? holders("alliance") : one(head);
    effects.push(say("cover.confirmationAsked", to, { name, covered: participant, confirmUntilAt: after.from }));
  }
  if (after.status === "confirmed") {
    effects.push(say("cover.confirmed", one(coverer), { name: participant }));
    effects.push(say("cover.arranged", one(after.participantId), { name }));
  }
  return effects;
}

/** Who was asked or had agreed and is out now, without having said no themselves. */
function leftOut(before: Cover.Info, after: Cover.Info) {
  const memberId = Cover.covererOf(before);
  if (memberId === undefined || memberId === Cover.covererOf(after)) return undefined;
  const decline = after.declinedBy.slice(before.declinedBy.length).findLast((one) => one.memberId === memberId);
  if (!decline) return { memberId, how: "withdrawn" as const };
  return { memberId, how: decline.how, ...(decline.reason === undefined ? {} : { reason: decline.reason }) };
}
