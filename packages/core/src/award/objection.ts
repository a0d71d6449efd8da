import * as z from "zod";
import { idOf } from "../lib/id.ts";
import { plainText } from "../lib/plain-text.ts";
import { Instant } from "../lib/time.ts";
import { awardRefusal } from "./award.refusals.ts";
import { type Decider, requireForeign } from "./committee.ts";
import { lapse, withdraw } from "./move.ts";
import * as Run from "./run.ts";

export const Id = idOf("obj");
export type Id = z.infer<typeof Id>;

/** What somebody objects to. */
export const Text = plainText(5, 2000);
export const Reason = plainText(5, 1000);

const Base = z.object({ id: Id, year: z.int(), run: z.int(), by: z.string(), at: Instant, text: z.string() });
const decided = { decidedBy: z.string(), decidedAt: Instant, reason: z.string() };

/** An objection to a run: open, or decided with a reason. */
export const Info = z.discriminatedUnion("status", [
  Base.extend({ status: z.literal("open") }),
  Base.extend({ status: z.literal("upheld"), ...decided }),
  Base.extend({ status: z.literal("rejected"), ...decided }),
]);
export type Info = z.infer<typeof Info>;

/** So that one row holds the ids of all that are open. */
const MOST_OPEN = 500;

const closed = () => awardRefusal("award.not_noticed");

/**
 * Takes an objection within the window, judged by the route's clock.
 *
 * @throws `award.not_noticed`, `award.objections_full`
 */
export function object(run: Run.Info, objection: Extract<Info, { status: "open" }>): Run.Info {
  const until = Run.noticeUntil(run);
  if (run.status !== "noticed" || until === undefined || objection.at >= until) throw closed();
  const { open, all } = run.objections;
  if (open.length >= MOST_OPEN) throw awardRefusal("award.objections_full");
  return Run.Info.parse({ ...run, objections: { open: [...open, objection.id], all: all + 1 } });
}

/**
 * Decides an objection: rejected, it leaves the run as it is; upheld, it withdraws the run, and the next one counts anew.
 *
 * The last one decided after the deadline ends the window.
 * @param author - pseudonym of who objected
 * @throws `award.objection_decided`, `award.not_noticed`, `award.own_case`
 */
export function decide(
  { run, objection, author }: { run: Run.Info; objection: Info; author: string },
  { upheld, reason, decider, at }: { upheld: boolean; reason: string; decider: Decider; at: string },
): { run: Run.Info; objection: Info } {
  const isOpen = run.status !== "noticed" || run.objections.open.includes(objection.id);
  if (objection.status !== "open" || !isOpen) throw awardRefusal("award.objection_decided");
  if (run.status !== "noticed") throw closed();
  const { honours } = run.decision;
  const parties = honours.flatMap(({ pseudonym, instead }) => [pseudonym, ...(instead ? [instead.pseudonym] : [])]);
  requireForeign([author, ...parties], decider);
  const by = decider.memberId;
  const status = upheld ? ("upheld" as const) : ("rejected" as const);
  const after: Info = { ...objection, status, decidedBy: by, decidedAt: at, reason };
  if (upheld) return { objection: after, run: withdraw(run, { by, reason, at }) };
  const open = run.objections.open.filter((id) => id !== objection.id);
  const left = Run.Info.parse({ ...run, objections: { ...run.objections, open } });
  return { objection: after, run: lapse(left, at) };
}
