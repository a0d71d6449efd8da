import type * as Cover from "@yigong/core/cover/cover.ts";
import { mapInParallel } from "@yigong/core/lib/parallel.ts";
import { PAGE } from "@yigong/core/lib/phone-page.ts";
import { groundsFor } from "@yigong/core/permission/policy.ts";
import type { Task } from "@yigong/core/todo/todo.ts";
import { namesOf } from "../cover/cover-names.ts";
import type { Surroundings } from "./read-surroundings.ts";
import type { TodoDeps } from "./todo-stores.ts";

const IN_FLIGHT = 8;
/** Activities that are looked into one by one. */
const LOOKED_INTO = 10;

/**
 * Covers that wait for this person: as the head of the post or department, or as the alliance where nobody heads them.
 *
 * Reads nothing while no activity of the alliance arranges covers, and no needs for who neither heads anything nor is the alliance.
 * @source docs/domain.md A7
 */
export async function coverConfirmations(deps: TodoDeps, around: Surroundings): Promise<Task[]> {
  const { actor, upcoming, at } = around;
  const arranging = upcoming.filter(
    ({ activity, lifecycle }) =>
      activity.origin === "alliance" && (lifecycle.status === "covering" || lifecycle.status === "executing"),
  );
  if (arranging.length === 0) return [];
  const alliance = groundsFor(actor, "cover.confirm");
  const heads = async () => (await deps.units.all()).some((unit) => "headId" in unit && unit.headId === actor.memberId);
  if (!alliance.allowed && !(await heads())) return [];
  const found = await mapInParallel(arranging.slice(0, LOOKED_INTO), IN_FLIGHT, ({ activity }) =>
    deps.covers.of(activity.id),
  );
  const waiting = found.flat().filter((need): need is Cover.Held => need.status === "accepted" && need.from > at);
  if (waiting.length === 0) return [];
  const names = await namesOf(deps, waiting);
  const asked = waiting.filter((need) => {
    const head = names.headOf(need);
    // Nobody confirms a cover of their own, nor of whom they stand in for.
    const isOwn = [actor.memberId, alliance.grant?.deputyFor].includes(need.memberId);
    return !isOwn && (head === undefined ? alliance.allowed : head === actor.memberId);
  });
  return asked.map((need): Task => {
    const covered = names.nameOf(need.participantId);
    const about = {
      name: names.nameOf(need.memberId),
      covered,
      post: names.postOf(need),
      shiftPeriod: `${need.from}/${need.to}`,
    };
    const href = PAGE.approval("cover", need.activityId, need.id);
    return { kind: "coverConfirmation", key: need.id, about, dueAt: need.from, href };
  });
}
