import { PAGE } from "@yigong/core/lib/phone-page.ts";
import { instantOf } from "@yigong/core/lib/time.ts";
import { isOneOf } from "@yigong/core/permission/party.ts";
import { groundsFor } from "@yigong/core/permission/policy.ts";
import type { Task } from "@yigong/core/todo/todo.ts";
import { daysOf } from "../away/away-effects.ts";
import { nameOf } from "../lib/name-of.ts";
import type { Surroundings } from "./read-surroundings.ts";
import type { TodoDeps } from "./todo-stores.ts";

const LISTED = 50;

/** Planned absences that somebody of their branch, or the alliance, decides on; nobody is asked about their own. */
export async function awayTasks(deps: TodoDeps, { actor }: Surroundings): Promise<Task[]> {
  if (!actor.grants.some(({ role }) => role === "branchSecretary" || role === "alliance")) return [];
  const { items } = await deps.aways.asked({ limit: LISTED });
  const mine = items.filter(({ memberId, branchId }) => {
    const { allowed, grant } = groundsFor(actor, "away.decide", { branchId });
    return allowed && !isOneOf({ by: actor.memberId, deputyFor: grant?.deputyFor }, [memberId]);
  });
  const wroteDown = (entered: { by: string; deputyFor?: string | undefined } | undefined, branchId?: string) => {
    const { grant } = groundsFor(actor, "away.decide", { branchId });
    return isOneOf({ by: actor.memberId, deputyFor: grant?.deputyFor }, [entered?.by, entered?.deputyFor]);
  };
  const names = await nameOf(
    deps,
    mine.map(({ memberId }) => memberId),
  );
  return mine.flatMap(({ memberId, branchId, periods }) =>
    periods.flatMap((period): Task[] => {
      if (period.status !== "asked" || wroteDown(period.entered, branchId)) return [];
      const about = { name: names(memberId), days: daysOf(period), reason: period.note ?? "–" };
      const dueAt = instantOf(period.from, "00:00", deps.zone);
      return [{ kind: "away", key: period.id, about, dueAt, href: PAGE.approval("away", memberId, period.id) }];
    }),
  );
}
