import { auditOps } from "../audit/audit.row.ts";
import type { Entry } from "../audit/audit.ts";
import { CLASH, untilSaved } from "../lib/optimistic.ts";
import type { Page, PageRequest } from "../lib/page.ts";
import { type Reading, recent } from "../lib/reading.ts";
import { type Op, type Table, transact } from "../lib/table.ts";
import { type Caused, causedOps } from "../outbox/caused.row.ts";
import { effectOps } from "../outbox/outbox.row.ts";
import type { Effect } from "../outbox/outbox.ts";
import { annul } from "./answer.ts";
import { type Calendar, enter, strike } from "./calendar.ts";
import { type Claim, followEffects, lean, release, stands, take } from "./claim.ts";
import { calendarDocuments, claimDocuments, needDocuments } from "./cover.row.ts";
import * as Cover from "./cover.ts";

/** A need after a decision, with what the decision causes, in one transaction. */
export interface Decision extends Caused {
  item: Cover.Info;
}

/** Needs for cover and who fills them. Who agrees to one has the hours in their calendar in the same transaction. */
export interface Covers {
  /** All needs of an activity, void ones too, in the order of their ids. */
  of(activityId: string): Promise<Cover.Info[]>;
  /** @throws `cover.missing` */
  get(activityId: string, needId: string): Promise<Cover.Info>;
  /** Those that are there. Eventually consistent. */
  getMany(keys: readonly { activityId: string; needId: string }[]): Promise<Cover.Info[]>;
  /**
   * Writes a need that is not known yet; void, as long as another activity's need of the same shift stands.
   * @returns false when it is known
   */
  add(need: Cover.Open, at: string): Promise<boolean>;
  /**
   * A need that was void and is to be open again stays void while another activity's need of the same shift stands.
   * @throws `cover.missing`, `cover.overlaps`, `store.busy`, whatever `decide` throws
   */
  change(
    key: { activityId: string; needId: string },
    at: string,
    decide: (need: Cover.Info) => Decision,
  ): Promise<Cover.Info>;
  /** Has effects sent that no need's own change causes, such as the next round's. Writing one twice is one effect. */
  schedule(effects: readonly Effect[], at: string): Promise<void>;
  /** Keeps what was done about a need without changing it. */
  keep(audit: readonly Entry[]): Promise<void>;
  /** The covers that members agreed to, by member; who has none is left out. */
  calendars(memberIds: readonly string[], reading?: Reading): Promise<Map<string, Calendar>>;
  /** Needs that a member is asked for or agreed to, the latest shift first. */
  ofMember(memberId: string, page: PageRequest): Promise<Page<Cover.Info>>;
}

export function dynamoCovers(table: Table): Covers {
  const needs = needDocuments(table);
  const calendars = calendarDocuments(table);
  const claims = claimDocuments(table);

  /** A decision under the claim to its shift, with the write of the claim. */
  const claimed = async (before: Cover.Info | undefined, decision: Decision, at: string) => {
    const { item } = decision;
    if ((before !== undefined && stands(before)) === stands(item)) return { ...decision, claim: [] };
    const { participantId, shiftId } = item;
    const claim = await claims.get({ participantId, shiftId });
    const kept = (after: Claim) => (after === claim ? [] : [claims.ops.save(claim, after)]);
    if (stands(item)) {
      const taken = take(claim, item);
      if (taken) return { ...decision, claim: kept(taken) };
      const voided = annul(before ?? item, { reason: "elsewhere", at });
      const same = before?.status === "void" && before.reason === "elsewhere";
      return { item: before && same ? before : voided, claim: kept(lean(claim, item.activityId)) };
    }
    const free = release(claim, item);
    const follows = free === claim ? [] : followEffects(claim, item, at);
    return { ...decision, effects: [...(decision.effects ?? []), ...follows], claim: kept(free) };
  };

  const calendarOp = async (memberId: string, change: (calendar: Calendar) => Calendar): Promise<Op> => {
    const before = await calendars.get({ memberId });
    return calendars.ops.save(before, change(before));
  };

  /** The hours go into the calendar of who agrees and out of the calendar of who no longer does. */
  const calendarOps = async (before: Cover.Info, after: Cover.Info, at: string): Promise<Op[]> => {
    const [was, is] = [Cover.isHeld(before) ? before : undefined, Cover.isHeld(after) ? after : undefined];
    if (was?.memberId === is?.memberId) return [];
    return Promise.all([
      ...(was ? [calendarOp(was.memberId, (calendar) => strike(calendar, was.id, at))] : []),
      ...(is ? [calendarOp(is.memberId, (calendar) => enter(calendar, is))] : []),
    ]);
  };

  return {
    of: (activityId) => needs.all("key", { activityId }),
    get: (activityId, needId) => needs.get({ activityId, needId }),
    getMany: (keys) =>
      needs.getMany(
        keys.map(({ activityId, needId }) => ({ activityId, needId })),
        recent,
      ),
    add: (need, at) =>
      untilSaved<boolean>(async (attempts) => {
        const { activityId, id: needId } = need;
        if (attempts > 0 && (await needs.find({ activityId, needId }))) return false;
        const { item, claim } = await claimed(undefined, { item: need }, at);
        return (await needs.create(item, claim)) ? true : CLASH;
      }),
    change: (key, at, decide) =>
      needs.change(
        key,
        async (need) => claimed(need, decide(need), at),
        async ({ claim, ...decision }, before) => [
          ...claim,
          ...(await calendarOps(before, decision.item, at)),
          ...causedOps(table, decision, at),
        ],
      ),
    async schedule(effects, at) {
      for (const op of effectOps(table, effects, at)) await transact(table, [op]);
    },
    async keep(audit) {
      for (const op of auditOps(table, audit)) await transact(table, [op]);
    },
    async calendars(memberIds, reading) {
      const keys = memberIds.map((memberId) => ({ memberId }));
      const found = await calendars.getMany(keys, reading);
      return new Map(found.map((calendar) => [calendar.memberId, calendar]));
    },
    ofMember: (memberId, page) => needs.list("byMember", { memberId }, page, { order: "desc" }),
  };
}
