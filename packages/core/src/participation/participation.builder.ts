import type * as Activity from "../activity/activity.ts";
import type * as Lifecycle from "../lifecycle/lifecycle.ts";
import * as Move from "../lifecycle/move.ts";
import type * as Member from "../member/member.ts";
import { type Info, type Placed, type State, signedUp, type Wish } from "./participation.ts";

/** Sample data for tests: ids that read as numbers, instants around one autumn day. */
const padded = (number: number) => String(number).padStart(26, "0");
export const memberId = (number: number) => `mem_${padded(number)}` as Member.Id;
export const activityId = (number = 1) => `act_${padded(number)}` as Activity.Id;
export const positionId = (number = 1) => `pos_${padded(number)}` as Activity.PositionId;
export const sessionId = (number = 1) => `ses_${padded(number)}` as Activity.SessionId;

export const RECRUITING = "2026-09-01T02:00:00.000Z";
export const DEADLINE = "2026-09-10T10:00:00.000Z";
export const STARTS = "2026-09-12T01:00:00.000Z";
export const ENDS = "2026-09-12T05:00:00.000Z";

export const session = (headCount: number, over: Partial<Activity.Session> = {}): Activity.Session => ({
  id: sessionId(),
  startsAt: STARTS,
  endsAt: ENDS,
  positions: [{ id: positionId(), name: "引导", headCount, requiredSkills: [] }],
  ...over,
});

export const activity = (over: Partial<Activity.Info> = {}): Activity.Info => ({
  id: activityId(),
  title: "社区便民服务",
  description: "为居民检修宽带",
  place: "海陵社区",
  risks: "户外作业，注意防暑",
  origin: "alliance",
  scope: "general",
  beneficiary: "society",
  purposes: [],
  audience: { branchIds: [], teamIds: [] },
  minimumPeople: 0,
  servedParty: { kind: "none", reason: "面向不特定居民" },
  recruitUntil: DEADLINE,
  surveyDays: 7,
  organizerId: memberId(9_000),
  sessions: [session(20)],
  createdAt: RECRUITING,
  version: 0,
  ...over,
});

export const member = (number: number, over: Partial<Member.Info> = {}): Member.Info => ({
  id: memberId(number),
  employeeNumber: String(number).padStart(5, "0"),
  name: `成员${number}`,
  pseudonym: padded(number),
  politicalStatuses: [{ from: "2010-01-01", status: "masses" }],
  affiliations: [{ from: "2010-01-01" }],
  volunteerSince: "2010-01-01",
  trainer: false,
  teamIds: [],
  skills: [],
  roles: [],
  version: 0,
  ...over,
});

export const COVER_ENDS = "2026-09-11T10:00:00.000Z";

/** A lifecycle that has just entered a stage; its deadlines are the instants above. */
export function lifecycle(
  stage: "Propose" | "Recruit" | "Cover" | "Execute",
  id: string = activityId(),
): Lifecycle.Info {
  const plan = {
    Propose: [],
    Recruit: [DEADLINE],
    Cover: [COVER_ENDS],
    Execute: [ENDS],
    Archive: [ENDS],
    Survey: [ENDS],
  };
  const proposal = stage === "Propose";
  const begun = Move.begin({
    definition: "1",
    activityId: id,
    proposal,
    plan,
    archiveDueAt: ENDS,
    at: RECRUITING,
  });
  if (stage === "Propose" || stage === "Recruit") return begun;
  const covering = Move.enter(begun, "Cover", DEADLINE);
  return stage === "Cover" ? covering : Move.enter(covering, "Execute", COVER_ENDS);
}

export const wish = (member: number, over: Partial<Wish> = {}): Wish => ({
  activityId: activityId(),
  memberId: memberId(member),
  session: { id: sessionId(), startsAt: STARTS, endsAt: ENDS },
  position: { id: positionId(), headCount: 20 },
  duty: false,
  at: RECRUITING,
  ...over,
});

/** A row in a state, under a number. */
export function row(
  member: number,
  number: number,
  state: Exclude<State, "offered"> = "placed",
  over: Partial<Placed> = {},
): Info {
  const place: Placed = { ...signedUp(wish(member), number, "placed"), ...over, state: "placed" };
  return state === "withdrawn" ? { ...place, state, by: place.memberId, cause: "own" } : { ...place, state };
}

/** Orders that repeat: a linear congruential shuffle, so that a failing race can be run again. */
export function shuffled<Item>(items: readonly Item[], seed: number): Item[] {
  let state = seed;
  const next = () => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    return state;
  };
  return items
    .map((item) => ({ item, at: next() }))
    .sort((a, b) => a.at - b.at)
    .map(({ item }) => item);
}
