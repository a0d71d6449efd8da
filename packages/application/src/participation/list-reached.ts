import { type Info as Activity, sessionsChangedAt } from "@yigong/core/activity/activity.ts";
import { entryOf } from "@yigong/core/audit/audit.ts";
import type { NewId } from "@yigong/core/lib/id.ts";
import { recent } from "@yigong/core/lib/reading.ts";
import type { Lifecycles } from "@yigong/core/lifecycle/lifecycle.store.ts";
import type { Messages } from "@yigong/core/message/message.store.ts";
import type { Info as Message } from "@yigong/core/message/message.ts";
import type { Reached } from "@yigong/core/participation/reached.store.ts";
import type { ByAt } from "@yigong/core/permission/actor.ts";
import { type As, type ConcernedDeps, findConcerned } from "./find-concerned.ts";

/** Messages about a change that people have to know of in time, and about what it ends. */
const TOLD: readonly string[] = [
  ...["activity.cancelled", "activity.cancelledTooFew", "activity.calledOff"],
  ...["activity.rescheduled", "activity.sessionMoved", "activity.sessionCancelled", "cover.withdrawn"],
];

/** How far the word got: `read` and `phoned` are sure; `none`: no message yet, or no address. */
export const STATES = ["none", "failed", "waiting", "sent", "read", "phoned"] as const;
export type State = (typeof STATES)[number];

export interface ReachedPerson {
  memberId: string;
  name: string;
  employeeNumber: string;
  as: As;
  state: State;
  /** Why it did not arrive: a stable code. */
  code?: string | undefined;
  phonedBy?: string | undefined;
}

export interface ReachedDeps extends ConcernedDeps {
  lifecycles: Pick<Lifecycles, "get">;
  messages: Pick<Messages, "before">;
  reached: Reached;
  newId: NewId;
}

const PAGE = 200;
/** More than anybody is told of one activity at once. */
const LOOKS = 60;

const stateOf = (message: Message): State => {
  if (message.delivery === "queued") return "waiting";
  if (message.delivery === "failed") return "failed";
  return message.readAt === undefined ? "sent" : "read";
};

/** What people were told of a change, and of what it ended. */
async function messagesSince({ messages }: ReachedDeps, activityId: string, since: string): Promise<Message[]> {
  const found: Message[] = [];
  let place: { at: string; id: string } | undefined;
  for (let look = 0; look < LOOKS; look += 1) {
    const page = await messages.before({ activityId }, place, PAGE);
    const newer = page.filter(({ at }) => at >= since);
    found.push(...newer.filter(({ template }) => TOLD.includes(template)));
    const last = page.at(-1);
    if (newer.length < PAGE || !last) break;
    place = { at: last.at, id: last.id };
  }
  return found;
}

/** When people last had to be told in time: it was cancelled, moved, or lost a session; known before the first message leaves. */
async function changedAt({ lifecycles }: ReachedDeps, activity: Activity): Promise<string | undefined> {
  const row = await lifecycles.get(activity.id);
  const off =
    row.status === "cancelled" && row.cancellation.kind !== "proposalRefused" ? row.cancellation.at : undefined;
  const moved = sessionsChangedAt(activity);
  return off !== undefined && (moved === undefined || off > moved) ? off : moved;
}

/**
 * Whom the newest change of an activity has reached: everybody concerned, those who are not reached first.
 *
 * @returns no instant when there was no change that anybody had to be told of
 */
export async function listReached(
  deps: ReachedDeps,
  activity: Activity,
): Promise<{ causeAt: string | undefined; people: ReachedPerson[] }> {
  const since = await changedAt(deps, activity);
  if (since === undefined) return { causeAt: undefined, people: [] };
  const [concerned, phoned, found] = await Promise.all([
    findConcerned(deps, activity, since),
    deps.reached.of(activity.id, since, recent),
    messagesSince(deps, activity.id, since),
  ]);
  const best = new Map<string, Message>();
  for (const message of found) {
    const before = best.get(message.memberId);
    if (!before || STATES.indexOf(stateOf(message)) > STATES.indexOf(stateOf(before)))
      best.set(message.memberId, message);
  }
  const phonedBy = new Map(phoned.map(({ memberId, by }) => [memberId, by]));
  const members = await deps.members.getMany([...concerned.keys()], recent);
  const people = members.map(({ id, name, employeeNumber }): ReachedPerson => {
    const message = best.get(id);
    const by = phonedBy.get(id);
    const state = by === undefined ? (message ? stateOf(message) : "none") : "phoned";
    const code = message && message.delivery !== "delivered" ? message.code : undefined;
    return { memberId: id, name, employeeNumber, as: concerned.get(id) ?? "participant", state, code, phonedBy: by };
  });
  return { causeAt: since, people: people.sort(byState) };
}

const byState = (a: ReachedPerson, b: ReachedPerson): number =>
  STATES.indexOf(a.state) - STATES.indexOf(b.state) || (a.employeeNumber < b.employeeNumber ? -1 : 1);

/** Notes that somebody was told by telephone. Twice is once. */
export const tellByPhone =
  (deps: Pick<ReachedDeps, "reached" | "newId">) =>
  async (which: { activityId: string; memberId: string; causeAt: string }, by: ByAt): Promise<void> => {
    const { activityId: subjectId, memberId, causeAt } = which;
    const told = { subjectId, at: by.at, action: "participation.phoned", by, detail: { memberId, causeAt } };
    await deps.reached.tell({ ...which, by: by.actorId, at: by.at }, { audit: [entryOf(deps.newId, told)] });
  };
