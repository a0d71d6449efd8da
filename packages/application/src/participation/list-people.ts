import type { Info as Activity } from "@yigong/core/activity/activity.ts";
import { approvedOf, type Info as Leave } from "@yigong/core/leave/leave.ts";
import type { Page, PageRequest } from "@yigong/core/lib/page.ts";
import { recent } from "@yigong/core/lib/reading.ts";
import { dayOf } from "@yigong/core/lib/time.ts";
import type { Info as Lifecycle } from "@yigong/core/lifecycle/lifecycle.ts";
import { affiliationOn, type Info as Member } from "@yigong/core/member/member.ts";
import { countStates, type Presence, type State } from "@yigong/core/participation/duty.ts";
import { inOrder, type Info as Place } from "@yigong/core/participation/participation.ts";
import { findDutyStates } from "./find-exempt.ts";
import type { ParticipationDeps } from "./participation-stores.ts";

/** One member of an activity that was just read. */
export interface OneMember {
  memberId: string;
  activity: Activity;
  lifecycle: Lifecycle;
}

/** Who was present and who was absent, of everybody or of one; undefined until the execute stage is over. */
export type FindPresence = (activityId: string, one?: OneMember) => Promise<Presence | undefined>;

export interface PeopleDeps
  extends Pick<ParticipationDeps, "members" | "dutyLists" | "participations" | "leaves" | "covers" | "aways" | "zone"> {
  presenceOf: FindPresence;
}

/** One person of an activity: on the duty list, signed up, or both. */
export interface Person {
  memberId: string;
  dutyState?: State | undefined;
  places: Place[];
  leave?: Leave | undefined;
}

/** Everybody of an activity at once. */
export interface People {
  fixedAt?: string | undefined;
  states: Map<string, State>;
  persons: Person[];
}

const RANKS = { placed: 0, offered: 1, waiting: 2, released: 3, withdrawn: 5 } as const;
const UNDECIDED = 4;
const best = ({ places }: Person): Place | undefined =>
  places.toSorted((a, b) => RANKS[a.state] - RANKS[b.state] || inOrder(a, b))[0];

/** Sorts as the table shows: who is placed, who waits, who is released, who has not answered, who withdrew. */
const keyOf = (person: Person): string => {
  const place = best(person);
  const rank = place && !(place.state === "withdrawn" && person.dutyState) ? RANKS[place.state] : UNDECIDED;
  return `${rank}#${String(place?.number ?? 0).padStart(6, "0")}#${person.memberId}`;
};

/** Reads duty list, sign-ups, leave and presence as one list of people. */
export async function peopleOf(deps: PeopleDeps, activity: Activity): Promise<People> {
  const [list, rows, leaves, presence] = await Promise.all([
    deps.dutyLists.find(activity.id),
    deps.participations.of(activity, recent),
    deps.leaves.of(activity.id, recent),
    deps.presenceOf(activity.id),
  ]);
  const memberIds = list?.memberIds ?? [];
  const facts = { list: { memberIds }, participations: rows, onLeave: approvedOf(leaves), presence };
  const { states } = await findDutyStates(deps, activity, facts);
  const places = Map.groupBy(rows, (row) => row.memberId);
  const leaveOf = new Map(leaves.map((leave) => [leave.memberId, leave]));
  const ids = new Set([...memberIds, ...places.keys()]);
  const persons = [...ids].map((memberId) => ({
    memberId,
    dutyState: states.get(memberId),
    places: places.get(memberId) ?? [],
    leave: leaveOf.get(memberId),
  }));
  return { fixedAt: list?.fixedAt, states, persons };
}

/** A person with the name that the viewer may see. */
export interface Named extends Person {
  name: string;
  employeeNumber: string;
  branchId?: string | undefined;
}

/**
 * One page of people, in the table's order, of whom the viewer may see.
 *
 * @param visible - whether the viewer may see this member
 */
export async function pageOfPeople(
  deps: Pick<PeopleDeps, "members" | "zone">,
  { persons, visible, at }: { persons: readonly Person[]; visible: (member: Member) => boolean; at: string },
  { limit, cursor }: PageRequest,
): Promise<Page<Named>> {
  const day = dayOf(at, deps.zone);
  const after = cursor === undefined ? "" : Buffer.from(cursor, "base64url").toString();
  const sorted = persons
    .map((person) => ({ key: keyOf(person), person }))
    .filter(({ key }) => key > after)
    .sort((a, b) => (a.key < b.key ? -1 : 1));
  const items: { key: string; named: Named }[] = [];
  // One more than a page tells whether there are more.
  for (let from = 0; from < sorted.length && items.length <= limit; from += limit + 1) {
    const chunk = sorted.slice(from, from + limit + 1);
    const ids = chunk.map(({ person }) => person.memberId);
    const members = await deps.members.getMany(ids, recent);
    const byId = new Map<string, Member>(members.map((member) => [member.id, member]));
    for (const { key, person } of chunk) {
      const member = byId.get(person.memberId);
      if (!member || !visible(member)) continue;
      const { name, employeeNumber } = member;
      const { branchId } = affiliationOn(member, day);
      items.push({ key, named: { ...person, name, employeeNumber, branchId } });
    }
  }
  const last = items.length > limit ? items[limit - 1] : undefined;
  return {
    items: items.slice(0, limit).map(({ named }) => named),
    ...(last ? { cursor: Buffer.from(last.key).toString("base64url") } : {}),
  };
}

/** The counts of a duty list; they always add up to its length. */
export const countsOf = ({ states }: People) => countStates(states);
