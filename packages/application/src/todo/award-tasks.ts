import * as Run from "@yigong/core/award/run.ts";
import { PAGE } from "@yigong/core/lib/phone-page.ts";
import { yearOf } from "@yigong/core/lib/time.ts";
import { isOneOf } from "@yigong/core/permission/party.ts";
import { groundsFor } from "@yigong/core/permission/policy.ts";
import type { Task } from "@yigong/core/todo/todo.ts";
import type { Surroundings } from "./read-surroundings.ts";
import type { TodoDeps } from "./todo-stores.ts";

/** The steps of the annual run that wait for the committee. @source docs/domain.md I6 */
export async function awardTasks(deps: TodoDeps, { actor, at, zone, member }: Surroundings): Promise<Task[]> {
  const { allowed, grant } = groundsFor(actor, "award.run");
  if (!allowed) return [];
  const year = yearOf(at, zone) - 1;
  const { latest } = await deps.awards.year(year);
  if (latest === 0) return [];
  const run = await deps.awards.get({ year, run: latest });
  const key = Run.idOf(run);
  const href = PAGE.approval("award", String(year), String(run.run));
  const about = { year: String(year) };
  const isConcerned = (honours: readonly Run.Honour[]) =>
    honours.some(({ pseudonym, instead }) => [pseudonym, instead?.pseudonym].includes(member.pseudonym));
  if (run.status === "noticed" && run.objections.open.length > 0) {
    if (isConcerned(run.decision.honours)) return [];
    return [
      {
        kind: "awardObjection",
        key,
        about: { ...about, open: String(run.objections.open.length) },
        dueAt: Run.noticeUntil(run),
        href: PAGE.approval("awardObjection", String(year), String(run.run)),
      },
    ];
  }
  if (run.status !== "deciding") return [];
  if (Run.isUnanswered(run)) return [{ kind: "awardStale", key, about, href }];
  // Who is placed does not decide, and who proposed waits for another.
  const placed = isConcerned([...run.outcome.places, ...(run.proposal?.honours ?? [])]);
  const proposed =
    run.proposal && isOneOf(partyOf(actor.memberId, grant?.deputyFor), [run.proposal.by, run.proposal.for]);
  return placed || proposed ? [] : [{ kind: "award", key, about, href }];
}

const partyOf = (by: string, deputyFor: string | undefined) => ({ by, deputyFor });
