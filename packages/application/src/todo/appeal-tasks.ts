import { mapInParallel } from "@yigong/core/lib/parallel.ts";
import { PAGE } from "@yigong/core/lib/phone-page.ts";
import { recent } from "@yigong/core/lib/reading.ts";
import { affiliationOn } from "@yigong/core/member/member.ts";
import { isOneOf } from "@yigong/core/permission/party.ts";
import { groundsFor } from "@yigong/core/permission/policy.ts";
import type { Task } from "@yigong/core/todo/todo.ts";
import type { Surroundings } from "./read-surroundings.ts";
import type { TodoDeps } from "./todo-stores.ts";

const IN_FLIGHT = 8;
/** Activities that are looked into one by one, the latest first. */
const LOOKED_INTO = 10;
const DECIDERS: readonly string[] = ["branchSecretary", "alliance"];
const AFTER_SERVICE: readonly string[] = ["archiving", "surveying", "awarding", "done"];

/**
 * Appeals against absences that wait for this person: those of their branch, and for the alliance those of nobody's branch.
 *
 * Reads nothing for who decides on none.
 * @source docs/domain.md lifecycle 3
 */
export async function appealTasks(deps: TodoDeps, around: Surroundings): Promise<Task[]> {
  const { actor, begun, day } = around;
  if (!actor.grants.some(({ role }) => DECIDERS.includes(role))) return [];
  const over = begun.filter(({ activity, lifecycle }) => {
    return activity.origin === "alliance" && AFTER_SERVICE.includes(lifecycle.status);
  });
  const found = await mapInParallel(over.slice(0, LOOKED_INTO), IN_FLIGHT, async ({ activity }) => {
    const rows = await deps.attendances.of(activity.id);
    return rows.flatMap((row) =>
      row.state === "absent" && row.appeal && !row.appeal.decided ? [{ activity, row, appeal: row.appeal }] : [],
    );
  });
  const open = found.flat();
  const ids = [...new Set(open.map(({ row }) => row.memberId))];
  const members = ids.length === 0 ? [] : await deps.members.getMany(ids, recent);
  const people = new Map(members.map((member) => [member.id as string, member]));
  return open.flatMap(({ activity, row, appeal }): Task[] => {
    const member = people.get(row.memberId);
    const branchId = member && affiliationOn(member, day).branchId;
    const { allowed, grant } = groundsFor(actor, "absence.decideAppeal", { branchId });
    const isAsked = allowed && (branchId === undefined || grant?.role === "branchSecretary");
    if (!isAsked || isOneOf({ by: actor.memberId, deputyFor: grant?.deputyFor }, [row.by, row.byFor, row.memberId]))
      return [];
    const about = { title: activity.title, name: member?.name ?? row.memberId, reason: appeal.text };
    const href = PAGE.approval("appeal", activity.id, row.sessionId, row.memberId);
    return [{ kind: "appeal", key: `${activity.id}:${row.sessionId}:${row.memberId}`, about, href }];
  });
}
