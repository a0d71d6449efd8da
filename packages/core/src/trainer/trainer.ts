import * as z from "zod";
import { plainText } from "../lib/plain-text.ts";
import { Day } from "../lib/time.ts";
import { isEmployedOn, isVolunteerOn, type Info as Member } from "../member/member.ts";
import {
  givingWay,
  isOfRoster,
  isOverlapping,
  TrainerLevel,
  TrainerTerm,
  trainerTermsOf,
  withTerms,
} from "../member/trainer-term.ts";
import { type Party, requireOther } from "../permission/party.ts";
import { trainerRefusal } from "./trainer.refusals.ts";

/** What is said when somebody is appointed; days are local, and the last one belongs to the appointment. */
export const Writing = z.object({
  from: Day,
  until: Day.optional(),
  level: TrainerLevel,
  teamIds: TrainerTerm.shape.teamIds,
});
export type Writing = z.infer<typeof Writing>;

/** An appointment's end: its last day, and why. */
export const Ending = z.object({ until: Day, reason: plainText(2, 500) });
export type Ending = z.infer<typeof Ending>;

interface Acting extends Party {
  /** ISO-8601 UTC. */
  at: string;
  /** The local day of `at`. */
  day: string;
}

/** What changes of a member when their appointments do. */
export const holding = (member: Member, terms: readonly TrainerTerm[], day: string): Member => ({
  ...member,
  ...withTerms(terms, day),
});

/**
 * Appoints a volunteer as a trainer. The same said again is one; what the roster alone said gives way.
 *
 * @throws `trainer.own`, `trainer.ends_before_begin`, `trainer.left`, `trainer.not_volunteer` on the first day, `trainer.overlaps`
 * @source docs/domain.md T2
 */
export function appoint(member: Member, writing: Writing, { by, deputyFor, at, day }: Acting): Member {
  requireOther({ by, deputyFor }, [member.id], () => trainerRefusal("trainer.own"));
  const { from, until, level, teamIds } = writing;
  if (until !== undefined && until < from) throw trainerRefusal("trainer.ends_before_begin", { day: from });
  const { name, leftOn = "" } = member;
  if (!isEmployedOn(member, from)) throw trainerRefusal("trainer.left", { name, day: leftOn });
  if (!isVolunteerOn(member, from)) throw trainerRefusal("trainer.not_volunteer", { name, day: from });
  const terms = trainerTermsOf(member);
  if (terms.some((held) => isSame(held, writing))) return member;
  const other = terms.find((held) => !isOfRoster(held) && isOverlapping(held, writing));
  if (other) throw trainerRefusal("trainer.overlaps", { name, day: other.from });
  const term = { from, ...(until === undefined ? {} : { until }), level, teamIds: [...new Set(teamIds)], by, at };
  return holding(member, [...givingWay(terms, writing), term], day);
}

/** Whether an appointment is what was said: the same days, level and specialities. */
export const isSame = ({ from, until, level, teamIds }: TrainerTerm, said: Writing): boolean =>
  from === said.from &&
  until === said.until &&
  level === said.level &&
  JSON.stringify(teamIds.toSorted()) === JSON.stringify([...new Set(said.teamIds)].toSorted());

/**
 * Ends an appointment on a last day, with a reason; it never becomes longer.
 *
 * @param from - the appointment's first day: a person has one at a time
 * @throws `trainer.own`, `trainer.missing`, `trainer.ends_before_begin`, `trainer.ended` when it ends by then already
 */
export function end(member: Member, from: string, { until, reason, by, deputyFor, at, day }: Ending & Acting): Member {
  requireOther({ by, deputyFor }, [member.id], () => trainerRefusal("trainer.own"));
  const terms = trainerTermsOf(member);
  const held = terms.find((term) => term.from === from);
  if (!held) throw trainerRefusal("trainer.missing");
  if (until < from) throw trainerRefusal("trainer.ends_before_begin", { day: from });
  if (held.until !== undefined && until >= held.until) throw trainerRefusal("trainer.ended", { day: held.until });
  const ended = { ...held, until, ended: { by, at, reason } };
  return holding(
    member,
    terms.map((term) => (term === held ? ended : term)),
    day,
  );
}
