import { PAGE } from "../lib/phone-page.ts";
import type { Template } from "./template.ts";

/** Where a message leads: `asks` for something that is done there, or `shows` more of what it tells. */
export interface Lead {
  how: "asks" | "shows";
  /** By the activity that it is about; `told` by whoever tells it, where that is not enough; or always the same. */
  page: ((activityId: string) => string) | "told" | `/m${string}`;
}

const asks = <const Page extends Lead["page"]>(page: Page) => ({ how: "asks", page }) as const;
const shows = <const Page extends Lead["page"]>(page: Page) => ({ how: "shows", page }) as const;
const approval = (kind: "proposal") => (activityId: string) => PAGE.approval(kind, activityId);

/**
 * The one page of each message: every one that asks for something that somebody does with us has it.
 *
 * Without one are those that ask for nothing, those of alarms and of unprintable names, which are settled outside or in the
 * roster, and those to served clients, whose link is in their own words.
 */
export const LEADS = {
  "absence.appealRejected": undefined,
  "absence.appealUpheld": undefined,
  "absence.appealed": asks("told"),
  "absence.recorded": asks(PAGE.activity),
  "activity.calledOff": shows(PAGE.activity),
  "activity.cancelled": undefined,
  "activity.cancelledTooFew": undefined,
  "activity.clash": asks(PAGE.activity),
  "activity.clashes": asks(PAGE.activity),
  "activity.coverClash": asks(PAGE.activity),
  "activity.rescheduled": asks(PAGE.activity),
  "activity.revised": shows(PAGE.activity),
  "activity.risksChanged": asks(PAGE.activity),
  "activity.sessionAdded": asks(PAGE.signUp),
  "activity.sessionCancelled": shows(PAGE.activity),
  "activity.sessionCancelledOpen": asks(PAGE.signUp),
  "activity.sessionMoved": asks(PAGE.activity),
  "activity.startsSoon": asks(PAGE.activity),
  "alarm.awardStuck": undefined,
  "alarm.backupFailed": undefined,
  "alarm.channelDown": undefined,
  "alarm.channelUp": undefined,
  "alarm.lifecycleStopped": undefined,
  "alarm.noticeRefused": undefined,
  "alarm.noticeTooLate": undefined,
  "alarm.tooLate": undefined,
  "alarm.undelivered": undefined,
  "archive.dueSoon": asks(PAGE.activity),
  "archive.overdue": asks(PAGE.activity),
  "archive.overdueEscalated": asks(PAGE.activity),
  "attendance.backEntryAsked": asks("told"),
  "attendance.paperSheetAsked": asks("told"),
  "attendance.paperSheetRefused": shows(PAGE.activity),
  "attendance.voided": asks(PAGE.activity),
  "award.belowFloor": shows(PAGE.points),
  "award.certificateReady": shows(PAGE.record),
  "award.corrected": shows(PAGE.points),
  "award.honoured": shows(PAGE.record),
  "award.honouredLater": undefined,
  "award.objected": asks("told"),
  "award.objectionRejected": undefined,
  "award.objectionUpheld": undefined,
  "award.openActivities": asks(PAGE.activities),
  "award.preferred": shows(PAGE.points),
  "award.stale": asks("told"),
  "award.toDecide": asks("told"),
  "award.unprintable": undefined,
  "award.vetoed": shows(PAGE.points),
  "award.withdrawn": undefined,
  "away.approved": shows(PAGE.away),
  "away.asked": asks("told"),
  "away.enteredFor": shows(PAGE.away),
  "away.refused": shows(PAGE.away),
  "deed.turnedDown": shows(PAGE.deed),
  "praise.received": shows(PAGE.record),
  "class.cancelled": shows("told"),
  "class.changed": shows("told"),
  "class.waits": shows("told"),
  "class.movedUp": asks("told"),
  "class.pointsPosted": shows(PAGE.points),
  "class.sessionCancelled": shows("told"),
  "class.startsSoon": asks("told"),
  "class.teaches": asks("told"),
  "cover.arranged": undefined,
  "cover.askedUrgently": asks("told"),
  "cover.assigned": asks("told"),
  "cover.confirmationAsked": asks("told"),
  "cover.confirmed": shows("told"),
  "cover.droppedOut": asks("told"),
  "cover.expired": undefined,
  "cover.lost": undefined,
  "cover.notConfirmed": undefined,
  "cover.offered": asks("told"),
  "cover.putOut": shows(PAGE.covers),
  "cover.unfilled": asks(PAGE.activity),
  "cover.withdrawn": undefined,
  "expense.handedIn": asks(PAGE.money),
  "expense.returned": asks(PAGE.money),
  "expense.settled": shows(PAGE.money),
  "form.asked": asks("told"),
  "form.reminded": asks("told"),
  "growth.rateAfter": asks("told"),
  "growth.rateBefore": asks("told"),
  "growth.trainerAfter": asks("told"),
  "growth.trainerBefore": asks("told"),
  "happiness.ask": asks(PAGE.happiness),
  "identity.rebindAsked": asks(PAGE.approvals),
  "identity.rebindRefused": undefined,
  "identity.rebound": shows(PAGE.me),
  "identity.unbound": shows(PAGE.me),
  "identity.unboundByOther": shows(PAGE.me),
  "leave.approved": shows(PAGE.leave),
  "leave.escalated": asks("told"),
  "leave.forAlliance": asks("told"),
  "leave.passedOn": shows(PAGE.leave),
  "leave.refused": asks(PAGE.leave),
  "leave.requested": asks("told"),
  "mentoring.asked": asks("told"),
  "mentoring.began": shows("told"),
  "mentoring.due": asks("told"),
  "mentoring.ended": shows("told"),
  "mentoring.forgotten": asks("told"),
  "mentoring.notAgreed": shows("told"),
  "mentoring.overdue": asks("told"),
  "participation.displaced": shows(PAGE.activity),
  "participation.fallenBack": asks(PAGE.signUp),
  "member.skillEnds": shows(PAGE.me),
  "member.skillRenews": asks("told"),
  "participation.skillLacks": asks(PAGE.activity),
  "participation.cannotCome": asks(PAGE.rollCall),
  "participation.enteredFor": asks(PAGE.activity),
  "participation.lateLeave": asks(PAGE.activity),
  "participation.left": asks(PAGE.activity),
  "participation.notRegained": undefined,
  "participation.offered": asks("told"),
  "participation.offerLapsed": shows(PAGE.activity),
  "participation.placeOpen": asks("told"),
  "participation.placed": asks(PAGE.activity),
  "participation.promoted": asks(PAGE.activity),
  "participation.regained": asks(PAGE.activity),
  "participation.released": undefined,
  "participation.waiting": shows(PAGE.activity),
  "participation.withdrew": asks(PAGE.activity),
  "points.corrected": shows(PAGE.points),
  "points.correctionAsked": asks("told"),
  "points.correctionRefused": undefined,
  "points.coverPosted": shows(PAGE.points),
  "points.objected": asks("told"),
  "points.objectionRejected": undefined,
  "points.objectionUpheld": undefined,
  "points.posted": shows(PAGE.points),
  "points.postedUngraded": shows(PAGE.points),
  "proposal.adviceAsked": asks(PAGE.advice),
  "proposal.advised": shows(PAGE.advice),
  "proposal.advising": asks(PAGE.advice),
  "proposal.approved": shows(PAGE.activity),
  "proposal.refused": undefined,
  "proposal.returned": asks(PAGE.activity),
  "proposal.submitted": asks(approval("proposal")),
  "recruit.duty": asks(PAGE.signUp),
  "recruit.invited": asks(PAGE.signUp),
  "recruit.undecided": asks(PAGE.leave),
  "recruit.undecidedReminder": asks(PAGE.signUp),
  "series.notMade": undefined,
  "result.certified": shows(PAGE.me),
  "result.certifiedForGood": shows(PAGE.me),
  "result.corrected": shows(PAGE.me),
  "result.failed": shows(PAGE.me),
  "result.passed": shows(PAGE.me),
  "service.due": asks("told"),
  "service.overdue": asks("told"),
  "nomination.chosen": shows("told"),
  "nomination.closed": asks("told"),
  "nomination.drawDue": asks("told"),
  "nomination.notChosen": shows("told"),
  "nomination.offered": asks("told"),
  "nomination.toDecide": asks("told"),
  "nomination.withdrawn": shows("told"),
  "trainer.appointed": shows(PAGE.trainer),
  "trainer.ended": shows(PAGE.trainer),
  "steward.named": asks(PAGE.rollCall),
  "support.asked": asks(PAGE.helpers),
  "support.declined": asks(PAGE.activity),
  "support.named": shows(PAGE.activity),
  "support.invited": asks(PAGE.signUp),
  // Whoever reads a code is on the page that asks for it.
  "reminder.unanswered": asks("told"),
  "session.code": undefined,
  "survey.guardianInvitation": undefined,
  "survey.guardianReminder": undefined,
  "survey.invitation": undefined,
  "survey.reminder": undefined,
  "workcalendar.nextDue": undefined,
} as const satisfies Record<Template, Lead | undefined>;

/** Templates whose page only those know who tell them. */
export type Told = {
  [T in Template]: (typeof LEADS)[T] extends { page: "told" } ? T : never;
}[Template];

/** What telling a template takes beside its words: the page, where it does not follow from the activity. */
export type PageOf<T extends Template> = T extends Told ? { page: string } : { page?: undefined };

const leads: Readonly<Record<string, Lead | undefined>> = LEADS;

/**
 * The page that a message leads to, beginning with a slash; none for one that leads nowhere, nor for one from before
 * messages had pages.
 */
export function leadOf({
  template,
  page,
  activityId,
}: {
  template: string;
  page?: string | undefined;
  activityId?: string | undefined;
}): { how: Lead["how"]; page: string } | undefined {
  const lead = Object.hasOwn(leads, template) ? leads[template] : undefined;
  if (lead === undefined) return undefined;
  const { how } = lead;
  if (page !== undefined) return { how, page };
  if (typeof lead.page !== "function") return lead.page === "told" ? undefined : { how, page: lead.page };
  return activityId === undefined ? undefined : { how, page: lead.page(activityId) };
}
