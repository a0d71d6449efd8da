import { plusHours } from "../lib/time.ts";
import type { EffectOf } from "../outbox/outbox.ts";
import type { Template } from "./template.ts";

/**
 * How soon a message has to be seen: `ask` wants a decision, `urgent` concerns the next hours, `tell` is an outcome, `digest`
 * is good to know.
 */
export const KINDS = ["ask", "urgent", "tell", "digest"] as const;
export type Kind = (typeof KINDS)[number];

/** A kind that becomes `urgent` once so few hours are left until the instant, or the beginning of the span, of a parameter. */
interface Nearing {
  kind: Exclude<Kind, "urgent">;
  param: string;
  hours: number;
}
export type KindRule = Kind | Nearing;

const within = <const Given extends Nearing["kind"]>(kind: Given, hours: number, param: string) =>
  ({ kind, param, hours }) as const;

/** @source docs/domain.md Messages */
const CANCELLED_HOURS = 12;
const OFFERED_HOURS = 24;
const START = "startsAt";
const SHIFT = "shiftPeriod";

/** The kind of each template. */
export const KIND_OF = {
  "absence.appealRejected": "tell",
  "absence.appealUpheld": "tell",
  "absence.appealed": "ask",
  "absence.recorded": "tell",
  "activity.calledOff": within("tell", CANCELLED_HOURS, START),
  "activity.cancelled": within("tell", CANCELLED_HOURS, START),
  "activity.cancelledTooFew": within("tell", CANCELLED_HOURS, START),
  "activity.clash": within("ask", CANCELLED_HOURS, "ownPeriod"),
  "activity.clashes": "ask",
  "activity.coverClash": within("ask", CANCELLED_HOURS, "ownPeriod"),
  "activity.rescheduled": within("ask", CANCELLED_HOURS, "fromAt"),
  "activity.revised": within("tell", CANCELLED_HOURS, START),
  "activity.risksChanged": within("ask", CANCELLED_HOURS, START),
  "activity.sessionAdded": "ask",
  "activity.sessionCancelled": within("tell", CANCELLED_HOURS, "sessionPeriod"),
  "activity.sessionCancelledOpen": within("ask", CANCELLED_HOURS, "sessionPeriod"),
  "activity.sessionMoved": within("ask", CANCELLED_HOURS, "fromPeriod"),
  "activity.startsSoon": "ask",
  "alarm.awardStuck": "ask",
  "alarm.backupFailed": "ask",
  "alarm.channelDown": "urgent",
  "alarm.channelUp": "tell",
  "alarm.lifecycleStopped": "ask",
  "alarm.noticeRefused": "ask",
  "alarm.noticeTooLate": "ask",
  "alarm.tooLate": "ask",
  "alarm.undelivered": "ask",
  "archive.dueSoon": "ask",
  "archive.overdue": "ask",
  "archive.overdueEscalated": "ask",
  "attendance.backEntryAsked": "ask",
  "attendance.paperSheetAsked": "ask",
  "attendance.paperSheetRefused": "tell",
  "attendance.voided": within("ask", CANCELLED_HOURS, START),
  "award.belowFloor": "tell",
  "award.certificateReady": "tell",
  "award.corrected": "tell",
  "award.honoured": "tell",
  "award.honouredLater": "tell",
  "award.objected": "ask",
  "award.objectionRejected": "tell",
  "award.objectionUpheld": "tell",
  "award.openActivities": "ask",
  "award.preferred": "tell",
  "award.stale": "ask",
  "award.toDecide": "ask",
  "award.unprintable": "ask",
  "award.vetoed": "tell",
  "award.withdrawn": "tell",
  "away.approved": "tell",
  "away.asked": "ask",
  "away.enteredFor": "tell",
  "away.refused": "tell",
  "deed.turnedDown": "tell",
  "praise.received": "tell",
  "class.cancelled": within("tell", CANCELLED_HOURS, START),
  "class.changed": within("tell", CANCELLED_HOURS, START),
  "class.waits": within("tell", CANCELLED_HOURS, START),
  "class.movedUp": within("tell", OFFERED_HOURS, START),
  "class.pointsPosted": "tell",
  "class.sessionCancelled": within("tell", CANCELLED_HOURS, START),
  "class.startsSoon": "ask",
  "class.teaches": "ask",
  "cover.arranged": within("tell", OFFERED_HOURS, SHIFT),
  "cover.askedUrgently": "urgent",
  "cover.assigned": within("ask", OFFERED_HOURS, SHIFT),
  "cover.confirmationAsked": within("ask", OFFERED_HOURS, SHIFT),
  "cover.confirmed": within("tell", OFFERED_HOURS, SHIFT),
  "cover.droppedOut": within("ask", OFFERED_HOURS, SHIFT),
  "cover.expired": "tell",
  "cover.lost": within("tell", OFFERED_HOURS, SHIFT),
  "cover.notConfirmed": "tell",
  "cover.offered": within("ask", OFFERED_HOURS, SHIFT),
  "cover.putOut": within("tell", OFFERED_HOURS, SHIFT),
  "cover.unfilled": within("ask", OFFERED_HOURS, START),
  "cover.withdrawn": within("tell", OFFERED_HOURS, SHIFT),
  "expense.handedIn": "ask",
  "expense.returned": "ask",
  "expense.settled": "tell",
  "form.asked": "digest",
  "form.reminded": "digest",
  "growth.rateAfter": "digest",
  "growth.rateBefore": "digest",
  "growth.trainerAfter": "ask",
  "growth.trainerBefore": "ask",
  "happiness.ask": "digest",
  "identity.rebindAsked": "ask",
  "identity.rebindRefused": "tell",
  // Whoever did not do it themselves has to act at once.
  "identity.rebound": "urgent",
  "identity.unbound": "urgent",
  "identity.unboundByOther": "urgent",
  "leave.approved": within("tell", CANCELLED_HOURS, START),
  "leave.escalated": within("ask", CANCELLED_HOURS, START),
  "leave.forAlliance": within("ask", CANCELLED_HOURS, START),
  "leave.passedOn": "tell",
  "leave.refused": within("ask", CANCELLED_HOURS, START),
  "leave.requested": within("ask", CANCELLED_HOURS, START),
  "member.skillEnds": "tell",
  "member.skillRenews": "ask",
  "mentoring.asked": "ask",
  "mentoring.began": "tell",
  "mentoring.due": "ask",
  "mentoring.ended": "tell",
  "mentoring.forgotten": "ask",
  "mentoring.notAgreed": "tell",
  "mentoring.overdue": "ask",
  "participation.cannotCome": "urgent",
  "participation.displaced": within("tell", CANCELLED_HOURS, START),
  "participation.enteredFor": "tell",
  "participation.fallenBack": within("ask", CANCELLED_HOURS, START),
  "participation.lateLeave": within("tell", CANCELLED_HOURS, START),
  "participation.left": "ask",
  "participation.notRegained": "tell",
  "participation.offerLapsed": "tell",
  "participation.offered": within("ask", OFFERED_HOURS, START),
  "participation.placeOpen": within("ask", OFFERED_HOURS, START),
  "participation.placed": "tell",
  "participation.promoted": within("tell", OFFERED_HOURS, START),
  "participation.regained": within("tell", OFFERED_HOURS, START),
  "participation.released": "tell",
  "participation.skillLacks": within("tell", OFFERED_HOURS, START),
  "participation.waiting": "tell",
  "participation.withdrew": within("tell", CANCELLED_HOURS, START),
  "points.corrected": "tell",
  "points.correctionAsked": "ask",
  "points.correctionRefused": "tell",
  "points.coverPosted": "digest",
  "points.objected": "ask",
  "points.objectionRejected": "tell",
  "points.objectionUpheld": "tell",
  "points.posted": "digest",
  "points.postedUngraded": "digest",
  "proposal.adviceAsked": "ask",
  "proposal.advised": "tell",
  "proposal.advising": "ask",
  "proposal.approved": "tell",
  "proposal.refused": "tell",
  "proposal.returned": "ask",
  "proposal.submitted": "ask",
  "recruit.duty": "ask",
  "recruit.invited": "ask",
  "recruit.undecided": "ask",
  "recruit.undecidedReminder": "ask",
  "reminder.unanswered": "ask",
  // Whoever reads a code asked for it a moment ago.
  "session.code": "urgent",
  "series.notMade": "ask",
  "result.certified": "tell",
  "result.certifiedForGood": "tell",
  "result.corrected": "tell",
  "result.failed": "tell",
  "result.passed": "tell",
  "service.due": "ask",
  "service.overdue": "ask",
  "steward.named": "ask",
  "support.asked": "ask",
  "support.declined": "tell",
  "support.named": "tell",
  "support.invited": "ask",
  "survey.guardianInvitation": "tell",
  "survey.guardianReminder": "tell",
  "survey.invitation": "tell",
  "survey.reminder": "tell",
  "nomination.chosen": "tell",
  "nomination.closed": "ask",
  "nomination.drawDue": "ask",
  "nomination.notChosen": "tell",
  "nomination.offered": "ask",
  "nomination.toDecide": "ask",
  "nomination.withdrawn": "tell",
  "trainer.appointed": "tell",
  "trainer.ended": "tell",
  "workcalendar.nextDue": "ask",
} as const satisfies Record<Template, KindRule>;

const rules: Readonly<Record<string, KindRule | undefined>> = KIND_OF;
const ruleOf = (template: string): KindRule => (Object.hasOwn(rules, template) && rules[template]) || "tell";

/** The kind of a template when there is time. */
export const usualKindOf = (template: string): Kind => {
  const rule = ruleOf(template);
  return typeof rule === "string" ? rule : rule.kind;
};

/** Who tells it knows best; else the template says, and how near that is which it speaks of. @param now - ISO-8601 UTC */
export function kindOf(
  { template, params, as }: Pick<EffectOf<"message.send">, "template" | "params" | "as">,
  now: string,
): Kind {
  if (as !== undefined) return as;
  const rule = ruleOf(template);
  if (typeof rule === "string") return rule;
  const at = params[rule.param]?.split("/")[0];
  return at !== undefined && at < plusHours(now, rule.hours) ? "urgent" : rule.kind;
}
