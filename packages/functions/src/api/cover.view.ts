import { z } from "@hono/zod-openapi";
import { type CoverNames, namesOf } from "@yigong/application/cover/cover-names.ts";
import type { CoverDeps } from "@yigong/application/cover/cover-stores.ts";
import { findCoverers } from "@yigong/application/cover/find-coverers.ts";
import { findParticipants } from "@yigong/application/cover/find-participants.ts";
import type { Info as Activity } from "@yigong/core/activity/activity.ts";
import * as Cover from "@yigong/core/cover/cover.ts";
import { type Candidate, rankCandidates } from "@yigong/core/cover/ranking.ts";
import { toMatch } from "@yigong/core/cover/round.ts";
import type { PageRequest } from "@yigong/core/lib/page.ts";
import { recent } from "@yigong/core/lib/reading.ts";

const Person = z.object({ memberId: z.string(), name: z.string(), employeeNumber: z.string().optional() });

const Named = z.object({
  id: z.string(),
  activityId: z.string(),
  participant: Person,
  postId: z.string(),
  post: z.string(),
  from: z.string(),
  to: z.string(),
  status: z.enum(["open", "unfilled", "offered", "accepted", "confirmed", "void"]),
  coverer: Person.optional(),
  expiresAt: z.string().optional(),
  acceptedAt: z.string().optional(),
  confirmedAt: z.string().optional(),
  assigned: Cover.Assigned.optional(),
  /** Why the need is unfilled or void. */
  reason: z.string().optional(),
});

/** What the person who is asked sees: who, which post, when, until when to answer. */
export const OfferView = Named.extend({ title: z.string(), place: z.string() }).openapi("CoverOffer");

/** What those who arrange covers see: who said no, and who comes next with the reason for the order. */
export const NeedView = Named.extend({
  /** Who confirms in person; without one the alliance does. */
  headId: z.string().optional(),
  /** Who confirmed it, and for whom they stood in. */
  confirmedByName: z.string().optional(),
  confirmedForName: z.string().optional(),
  declinedBy: z.array(Cover.Decline.extend({ name: z.string(), employeeNumber: z.string().optional() })),
  candidates: z.array(
    Person.extend({
      post: z.enum(["same", "coverable"]),
      nearness: z.enum(["sameDepartment", "sameBranch", "elsewhere"]),
      coversThisYear: z.int(),
      behindBy: z.enum(["first", "post", "nearness", "coversThisYear", "memberId"]),
    }),
  ),
}).openapi("CoverNeed");

/** Who could be phoned, best first. */
export const PhoneListView = z
  .object({
    need: Named,
    /** Whether the reader may confirm whoever agrees, in the same act. */
    confirms: z.boolean(),
    people: z.array(
      NeedView.shape.candidates.element.extend({
        mobile: z.string().optional(),
        /** Was asked by message and let the time pass. */
        silent: z.boolean(),
      }),
    ),
  })
  .openapi("CoverPhoneList");

export const NeedsView = z
  .object({
    counts: z.object({ needs: z.int(), open: z.int(), declined: z.int(), confirmed: z.int() }),
    groups: z.array(z.object({ status: Named.shape.status, needs: z.array(NeedView) })),
    cursor: z.string().optional(),
  })
  .openapi("CoverNeeds");

const CANDIDATES = 10;
const GROUPS = Named.shape.status.options;

export function named(need: Cover.Info, names: CoverNames): z.input<typeof Named> {
  const person = (memberId: string) => ({
    memberId,
    name: names.nameOf(memberId),
    employeeNumber: names.numberOf(memberId),
  });
  const memberId = Cover.covererOf(need);
  return {
    ...need,
    participant: person(need.participantId),
    post: names.postOf(need),
    coverer: memberId === undefined ? undefined : person(memberId),
  };
}

/** One need as those who arrange covers see it. */
export const needView = (need: Cover.Info, names: CoverNames, candidates: readonly Candidate[] = []) =>
  NeedView.parse({
    ...named(need, names),
    headId: names.headOf(need),
    ...(need.status === "confirmed" ? confirmerOf(need, names) : {}),
    declinedBy: need.declinedBy.map((one) => ({
      ...one,
      name: names.nameOf(one.memberId),
      employeeNumber: names.numberOf(one.memberId),
    })),
    candidates: candidates.map((one) => ({
      ...one,
      name: names.nameOf(one.memberId),
      employeeNumber: names.numberOf(one.memberId),
    })),
  });

const confirmerOf = ({ confirmedBy, confirmedFor }: Cover.Confirmed, names: CoverNames) => ({
  confirmedByName: names.nameOf(confirmedBy),
  ...(confirmedFor === undefined ? {} : { confirmedForName: names.nameOf(confirmedFor) }),
});

const isArranged = (need: Cover.Info): boolean => Cover.isHeld(need) || need.status === "void";

/** A page of needs by status, then by shift; those without a coverer come with the first ten who could take them. */
export async function needsView(
  deps: CoverDeps,
  { activity, needs, at }: { activity: Activity; needs: readonly Cover.Info[]; at: string },
  { limit, cursor }: PageRequest,
): Promise<z.output<typeof NeedsView>> {
  const place = (need: Cover.Info) => `${GROUPS.indexOf(need.status)} ${need.from} ${need.id}`;
  const sorted = needs.toSorted((a, b) => (place(a) < place(b) ? -1 : 1));
  const start = cursor === undefined ? 0 : sorted.findIndex((need) => need.id === cursor) + 1;
  const page = sorted.slice(start, start + limit);
  const sought = page.filter((need) => !isArranged(need) && need.from > at);
  const coverers = sought.length === 0 ? [] : await couldTake(deps, activity, sought);
  const candidates = new Map(
    sought.map((need) => [need.id, rankCandidates(toMatch(need), coverers).slice(0, CANDIDATES)]),
  );
  const others = [...candidates.values()].flat().map((one) => one.memberId);
  const decliners = page.flatMap((need) => need.declinedBy.map((one) => one.memberId));
  const names = await namesOf(deps, page, [...others, ...decliners]);
  const groups = GROUPS.map((status) => ({
    status,
    needs: page.filter((need) => need.status === status).map((need) => needView(need, names, candidates.get(need.id))),
  }));
  return {
    counts: Cover.countsOf(needs),
    groups: groups.filter((group) => group.needs.length > 0),
    cursor: start + limit < sorted.length ? page.at(-1)?.id : undefined,
  };
}

async function couldTake(deps: CoverDeps, activity: Activity, needs: readonly Cover.Info[]) {
  const taking = await findParticipants(deps, activity, recent);
  return findCoverers(deps, { activity, needs, taking });
}

/** Offers and covers as the member sees who is asked. */
export async function offersView(deps: CoverDeps, needs: readonly Cover.Info[]): Promise<z.output<typeof OfferView>[]> {
  const names = await namesOf(deps, needs);
  const ids = [...new Set(needs.map((need) => need.activityId))];
  const activities = new Map(
    (await Promise.all(ids.map((id) => deps.activities.get(id, recent)))).map((activity) => [
      activity.id as string,
      activity,
    ]),
  );
  return needs.map((need) => {
    const { title = "", place = "" } = activities.get(need.activityId) ?? {};
    return OfferView.parse({ ...named(need, names), title, place });
  });
}
