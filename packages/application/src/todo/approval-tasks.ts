import { startOf } from "@yigong/core/activity/activity.ts";
import { decideUntil, type Open } from "@yigong/core/leave/leave.ts";
import { PAGE } from "@yigong/core/lib/phone-page.ts";
import { recent } from "@yigong/core/lib/reading.ts";
import { deadlineOf, isOver } from "@yigong/core/lifecycle/lifecycle.ts";
import { isOneOf } from "@yigong/core/permission/party.ts";
import { type Action, type Actor, groundsFor, may, type Subject } from "@yigong/core/permission/policy.ts";
import type { Task } from "@yigong/core/todo/todo.ts";
import { nameOf } from "../lib/name-of.ts";
import { awayTasks } from "./away-tasks.ts";
import { deedTasks } from "./deed-tasks.ts";
import type { Standing, Surroundings } from "./read-surroundings.ts";
import type { TodoDeps } from "./todo-stores.ts";

/** At most so many of a kind. */
const LISTED = 50;
const page = { limit: LISTED };

/** What somebody decides about others: leave, proposals, corrections, objections. Nobody is asked about their own. */
export const approvalTasks = async (deps: TodoDeps, around: Surroundings): Promise<Task[]> =>
  (
    await Promise.all([
      leaves(deps, around),
      awayTasks(deps, around),
      deedTasks(deps, around),
      proposals(deps, around),
      corrections(deps, around),
      objections(deps, around),
    ])
  ).flat();

/** The actor as a party to a decision: by their own right, or for whom they stand in. */
const partyOf = (actor: Actor, action: Action, subject?: Subject) => ({
  by: actor.memberId,
  deputyFor: groundsFor(actor, action, subject).grant?.deputyFor,
});

/** Activities by id, those not read yet in one more request. */
async function standingsOf(deps: TodoDeps, around: Surroundings, ids: readonly string[]) {
  const missing = [...new Set(ids.filter((id) => !around.all.has(id)))];
  if (missing.length === 0) return around.all;
  const [activities, lifecycles] = await Promise.all([
    deps.activities.getMany(missing, recent),
    deps.lifecycles.getMany(missing),
  ]);
  const more = activities.flatMap((activity): [string, Standing][] => {
    const lifecycle = lifecycles.get(activity.id);
    return lifecycle ? [[activity.id, { activity, lifecycle }]] : [];
  });
  return new Map([...around.all, ...more]);
}

/** Requests that wait for this person: those of their branches, and what went to the alliance. @source docs/domain.md A5 */
async function leaves(deps: TodoDeps, around: Surroundings): Promise<Task[]> {
  const { actor, at } = around;
  const secretary = actor.grants.filter(({ role }) => role === "branchSecretary");
  const branches = secretary.map(({ scope }) => (scope.kind === "branch" ? scope.unitId : undefined));
  const wanted = [...new Set(branches.includes(undefined) ? [undefined] : branches)].map((branchId) =>
    deps.leaves.open("requested", branchId, page),
  );
  if (may(actor, "leave.decideEscalated")) wanted.push(deps.leaves.open("escalated", undefined, page));
  const found = (await Promise.all(wanted)).flatMap(({ items }) => items) as Open[];
  const open = found.filter(({ status, branchId, memberId, entered }) => {
    const action = status === "escalated" ? "leave.decideEscalated" : "leave.decide";
    const parties = [memberId, entered?.by, entered?.deputyFor];
    return may(actor, action, { branchId }) && !isOneOf(partyOf(actor, action, { branchId }), parties);
  });
  const standings = await standingsOf(
    deps,
    around,
    open.map(({ activityId }) => activityId),
  );
  const names = await nameOf(
    deps,
    open.map(({ memberId }) => memberId),
  );
  return open.flatMap(({ activityId, memberId, status }): Task[] => {
    const standing = standings.get(activityId);
    if (!standing || isOver(standing.lifecycle) || at >= startOf(standing.activity)) return [];
    const { activity, lifecycle } = standing;
    const startsAt = startOf(activity);
    return [
      {
        kind: status === "escalated" ? "escalatedLeave" : "leave",
        key: `${activityId}:${memberId}`,
        about: { title: activity.title, name: names(memberId), startsAt },
        dueAt: status === "escalated" ? startsAt : (decideUntil(lifecycle, at) ?? startsAt),
        href: PAGE.approval("leave", activityId, memberId),
      },
    ];
  });
}

/** Plans that wait for the alliance, and one's own that came back. @source docs/domain.md A8 */
async function proposals(deps: TodoDeps, around: Surroundings): Promise<Task[]> {
  const { actor, all, member } = around;
  const decides = may(actor, "proposal.decide");
  const waiting = [...all.values()].filter(
    ({ activity, lifecycle }) => lifecycle.status === "proposing" && (decides || activity.organizerId === member.id),
  );
  if (waiting.length === 0) return [];
  const found = await deps.proposals.getMany(waiting.slice(0, LISTED).map(({ activity }) => activity.id));
  const names = await nameOf(
    deps,
    found.map(({ proposerId }) => proposerId),
  );
  const party = partyOf(actor, "proposal.decide");
  return found.flatMap((proposal): Task[] => {
    const standing = all.get(proposal.activityId);
    if (!standing) return [];
    const { activity, lifecycle } = standing;
    const { title } = activity;
    const task = { key: activity.id, dueAt: deadlineOf(lifecycle, "Propose") };
    if (proposal.state === "returned" && activity.organizerId === member.id) {
      const reason = proposal.returns.at(-1)?.reason ?? "";
      return [{ ...task, kind: "proposalReturned", about: { title, reason }, href: PAGE.activity(activity.id) }];
    }
    const own = isOneOf(party, [proposal.proposerId, proposal.proposedFor]);
    if (proposal.state !== "submitted" || !decides || own) return [];
    const about = { title, name: names(proposal.proposerId), startsAt: startOf(activity) };
    return [{ ...task, kind: "proposal", about, href: PAGE.approval("proposal", activity.id) }];
  });
}

/** Corrections for which somebody is the second person. @source docs/ledger.md Corrections */
async function corrections(deps: TodoDeps, around: Surroundings): Promise<Task[]> {
  const { actor } = around;
  if (!may(actor, "points.decideCorrection")) return [];
  const party = partyOf(actor, "points.decideCorrection");
  const { items } = await deps.corrections.byStatus("requested", page);
  const open = items.filter((one) => !isOneOf(party, [one.askedBy, one.askedFor, one.memberId]));
  const standings = await standingsOf(
    deps,
    around,
    open.map(({ activityId }) => activityId),
  );
  const names = await nameOf(
    deps,
    open.map(({ askedBy }) => askedBy),
  );
  return open.map(({ id, activityId, askedBy, reason }): Task => {
    const title = standings.get(activityId)?.activity.title ?? "";
    const href = PAGE.approval("correction", activityId, id);
    return { kind: "correction", key: id, about: { title, name: names(askedBy), reason }, href };
  });
}

/** Objections to points, for who had no part in what they are about. @source docs/ledger.md Objections */
async function objections(deps: TodoDeps, around: Surroundings): Promise<Task[]> {
  const { actor } = around;
  if (!may(actor, "points.decideObjection")) return [];
  const party = partyOf(actor, "points.decideObjection");
  const { items } = await deps.objections.byStatus("open", page);
  const standings = await standingsOf(
    deps,
    around,
    items.map(({ activityId }) => activityId),
  );
  const open = items.filter(({ memberId, activityId }) => {
    return !isOneOf(party, [memberId, standings.get(activityId)?.activity.organizerId]);
  });
  const names = await nameOf(
    deps,
    open.map(({ memberId }) => memberId),
  );
  return open.map(({ id, activityId, memberId, text }): Task => {
    const title = standings.get(activityId)?.activity.title ?? "";
    const href = PAGE.approval("objection", id);
    return { kind: "objection", key: id, about: { title, name: names(memberId), reason: text }, href };
  });
}
