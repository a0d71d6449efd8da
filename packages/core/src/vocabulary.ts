/**
 * Every noun of core, one line each: who may do what, texts, effects and imports all come from here.
 *
 * Use it as a whole (`import * as nouns`); `valuesOf` reads one field of all. The order of imports in core is
 * `lib → *.vocabulary.ts → vocabulary.ts → language, permission, outbox → nouns → stores`. A `*.vocabulary.ts`, with the
 * texts that it names, is a leaf: it takes `language/catalogue.ts` and types, never a noun.
 */
export { activityVocabulary as activity } from "./activity/activity.vocabulary.ts";
export { announcementVocabulary as announcement } from "./announcement/announcement.vocabulary.ts";
export { archiveVocabulary as archive } from "./archive/archive.vocabulary.ts";
export { attendanceVocabulary as attendance } from "./attendance/attendance.vocabulary.ts";
export { auditVocabulary as audit } from "./audit/audit.vocabulary.ts";
export { awardVocabulary as award } from "./award/award.vocabulary.ts";
export { awayVocabulary as away } from "./away/away.vocabulary.ts";
export { calendarVocabulary as calendar } from "./calendar/calendar.vocabulary.ts";
export { campaignVocabulary as campaign } from "./campaign/campaign.vocabulary.ts";
export { cardVocabulary as card } from "./card/card.vocabulary.ts";
export { certificateVocabulary as certificate } from "./certificate/certificate.vocabulary.ts";
export { classVocabulary as class } from "./class/class.vocabulary.ts";
export { contactVocabulary as contact } from "./contact/contact.vocabulary.ts";
export { courseVocabulary as course } from "./course/course.vocabulary.ts";
export { coverVocabulary as cover } from "./cover/cover.vocabulary.ts";
export { deedVocabulary as deed } from "./deed/deed.vocabulary.ts";
export { expenseVocabulary as expense } from "./expense/expense.vocabulary.ts";
export { formVocabulary as form } from "./form/form.vocabulary.ts";
export { growthVocabulary as growth } from "./growth/growth.vocabulary.ts";
export { helperVocabulary as helper } from "./helper/helper.vocabulary.ts";
export { identityVocabulary as identity } from "./identity/identity.vocabulary.ts";
export { leaveVocabulary as leave } from "./leave/leave.vocabulary.ts";
export { lifecycleVocabulary as lifecycle } from "./lifecycle/lifecycle.vocabulary.ts";
export { memberVocabulary as member } from "./member/member.vocabulary.ts";
export { mentoringVocabulary as mentoring } from "./mentoring/mentoring.vocabulary.ts";
export { messageVocabulary as message } from "./message/message.vocabulary.ts";
export { nominationVocabulary as nomination } from "./nomination/nomination.vocabulary.ts";
export { organizationVocabulary as organization } from "./organization/organization.vocabulary.ts";
export { outboxVocabulary as outbox } from "./outbox/outbox.vocabulary.ts";
export { participationVocabulary as participation } from "./participation/participation.vocabulary.ts";
export { performanceVocabulary as performance } from "./performance/performance.vocabulary.ts";
export { permissionVocabulary as permission } from "./permission/permission.vocabulary.ts";
export { photoVocabulary as photo } from "./photo/photo.vocabulary.ts";
export { pointsVocabulary as points } from "./points/points.vocabulary.ts";
export { policyVocabulary as policy } from "./policy/policy.vocabulary.ts";
export { praiseVocabulary as praise } from "./praise/praise.vocabulary.ts";
export { preferenceVocabulary as preference } from "./preference/preference.vocabulary.ts";
export { proposalVocabulary as proposal } from "./proposal/proposal.vocabulary.ts";
export { resultVocabulary as result } from "./result/result.vocabulary.ts";
export { rosterVocabulary as roster } from "./roster/roster.vocabulary.ts";
export { satisfactionVocabulary as satisfaction } from "./satisfaction/satisfaction.vocabulary.ts";
export { searchVocabulary as search } from "./search/search.vocabulary.ts";
export { seriesVocabulary as series } from "./series/series.vocabulary.ts";
export { serviceVocabulary as service } from "./service/service.vocabulary.ts";
export { sessionVocabulary as session } from "./session/session.vocabulary.ts";
export { shiftVocabulary as shift } from "./shift/shift.vocabulary.ts";
export { surveyVocabulary as survey } from "./survey/survey.vocabulary.ts";
export { todoVocabulary as todo } from "./todo/todo.vocabulary.ts";
export { tokenVocabulary as token } from "./token/token.vocabulary.ts";
export { trainerVocabulary as trainer } from "./trainer/trainer.vocabulary.ts";
export { workcalendarVocabulary as workcalendar } from "./workcalendar/workcalendar.vocabulary.ts";
export { yearplanVocabulary as yearplan } from "./yearplan/yearplan.vocabulary.ts";
