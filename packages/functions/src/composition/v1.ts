import { findPresence } from "@yigong/application/attendance/find-presence.ts";
import { hasAttended } from "@yigong/application/attendance/has-attended.ts";
import { hasPart } from "@yigong/application/attendance/has-part.ts";
import { cachedUntilWritten } from "@yigong/application/lib/cached-until-written.ts";
import { searchBooks } from "@yigong/application/search/search-books.ts";
import { recent } from "@yigong/core/lib/reading.ts";
import type { Info as Member } from "@yigong/core/member/member.ts";
import { activityRoutes } from "../api/activity.ts";
import { activityChangeRoutes } from "../api/activity-change.ts";
import { activityPreviewRoutes } from "../api/activity-preview.ts";
import { activityTemplateRoutes } from "../api/activity-template.ts";
import { activityTimelineRoutes } from "../api/activity-timeline.ts";
import { announcementRoutes } from "../api/announcement.ts";
import { archiveRoutes } from "../api/archive.ts";
import { attendanceRoutes } from "../api/attendance.ts";
import { auditRoutes } from "../api/audit.ts";
import { awardRoutes } from "../api/award.ts";
import { awardObjectionRoutes } from "../api/award-objection.ts";
import { awardStandingRoutes } from "../api/award-standing.ts";
import { awayRoutes } from "../api/away.ts";
import { backupRoutes } from "../api/backup.ts";
import { calendarRoutes } from "../api/calendar.ts";
import { campaignRoutes } from "../api/campaign.ts";
import { cannotRoutes } from "../api/cannot.ts";
import { cardSettingRoutes } from "../api/card-setting.ts";
import { certificateRoutes } from "../api/certificate.ts";
import { classRoutes } from "../api/class.ts";
import { classAttendanceRoutes } from "../api/class-attendance.ts";
import { classCorrectionRoutes } from "../api/class-correction.ts";
import { classSeatRoutes } from "../api/class-seat.ts";
import { contactRoutes } from "../api/contact.ts";
import { courseRoutes } from "../api/course.ts";
import { coverRoutes } from "../api/cover.ts";
import { coverDropOutRoutes } from "../api/cover-drop-out.ts";
import { coverListRoutes } from "../api/cover-list.ts";
import { deedRoutes } from "../api/deed.ts";
import { deputyRoutes } from "../api/deputy.ts";
import { diaryRoutes } from "../api/diary.ts";
import { diaryPhotoRoutes } from "../api/diary-photo.ts";
import { expenseRoutes } from "../api/expense.ts";
import { figureRoutes } from "../api/figure.ts";
import { formRoutes } from "../api/form.ts";
import { growthRoutes } from "../api/growth.ts";
import { ratingRoutes } from "../api/growth-rating.ts";
import { helperRoutes } from "../api/helper.ts";
import { identityRoutes } from "../api/identity.ts";
import { leaveRoutes } from "../api/leave.ts";
import { leavePhotoRoutes } from "../api/leave-photo.ts";
import { materialRoutes } from "../api/material.ts";
import { meRoutes } from "../api/me.ts";
import { memberRoutes } from "../api/member.ts";
import { memberHistoryRoutes } from "../api/member-history.ts";
import { mentoringRoutes } from "../api/mentoring.ts";
import { messageRoutes } from "../api/message.ts";
import { nominationRoutes } from "../api/nomination.ts";
import { nominationDecisionRoutes } from "../api/nomination-decision.ts";
import { spotRoutes } from "../api/on-the-spot.ts";
import { organizationRoutes } from "../api/organization.ts";
import { outboxRoutes } from "../api/outbox.ts";
import { participationRoutes } from "../api/participation.ts";
import { performanceRoutes } from "../api/performance.ts";
import { placeOfferRoutes } from "../api/place-offer.ts";
import { pointRoutes } from "../api/points.ts";
import { correctionRoutes } from "../api/points-correction.ts";
import { exportRoutes } from "../api/points-export.ts";
import { objectionRoutes } from "../api/points-objection.ts";
import { ruleRoutes } from "../api/points-rules.ts";
import { praiseRoutes } from "../api/praise.ts";
import { preferenceRoutes } from "../api/preference.ts";
import { proposalRoutes } from "../api/proposal.ts";
import { proposalListRoutes } from "../api/proposal-list.ts";
import { rankingRoutes } from "../api/ranking.ts";
import { reachedRoutes } from "../api/reached.ts";
import { receiptRoutes } from "../api/receipt.ts";
import { recordPhotoRoutes } from "../api/record-photo.ts";
import { registerBoardRoutes } from "../api/register-board.ts";
import { riskConsentRoutes } from "../api/risk-consent.ts";
import { rosterRoutes } from "../api/roster.ts";
import { rosterFileRoutes } from "../api/roster-file.ts";
import { satisfactionRoutes } from "../api/satisfaction.ts";
import { searchRoutes } from "../api/search.ts";
import { seriesRoutes } from "../api/series.ts";
import { serviceRoutes } from "../api/service.ts";
import { sessionRoutes } from "../api/session.ts";
import { settingRoutes } from "../api/setting.ts";
import { shiftRoutes } from "../api/shift.ts";
import { type SignInDeps, signedIn } from "../api/sign-in.ts";
import { stewardRoutes } from "../api/steward.ts";
import { surveyRoutes } from "../api/survey.ts";
import { templateSettingRoutes } from "../api/template-setting.ts";
import { tokenRoutes } from "../api/token.ts";
import { trainerRoutes } from "../api/trainer.ts";
import { trainingPolicyRoutes } from "../api/training-policy.ts";
import { typicalCaseRoutes } from "../api/typical-case.ts";
import { unitPeopleRoutes } from "../api/unit-people.ts";
import { workcalendarRoutes } from "../api/workcalendar.ts";
import { yearplanRoutes } from "../api/yearplan.ts";
import { type CardsPort, NO_CARDS } from "../cards/cards-from-settings.ts";
import { routes } from "../lib/edge.ts";
import type { SignInSetup } from "../sign-in/ways-from-settings.ts";
import { readerOf } from "./reader.ts";
import type { UseCases } from "./use-cases.ts";

/** How old the list of pseudonyms may be where another process changed the roster; nobody's ever changes. */
const PSEUDONYM_SECONDS = 30;

/** Finds the members behind pseudonyms of the ledger. */
function namesBehind(w: UseCases) {
  const read = async () => new Map((await w.members.all()).map(({ pseudonym, id }) => [pseudonym, id]));
  const ids = cachedUntilWritten(read, { now: w.now, writes: w.members.writes, seconds: PSEUDONYM_SECONDS });
  return async (pseudonyms: readonly string[]): Promise<Map<string, Member>> => {
    const known = await ids();
    const wanted = [...new Set(pseudonyms.flatMap((pseudonym) => known.get(pseudonym) ?? []))];
    return new Map((await w.members.getMany(wanted, recent)).map((member) => [member.pseudonym, member]));
  };
}

/** What signing in asks of this installation. */
export function signInDeps(w: UseCases): SignInDeps {
  const find = async (id: string) => (await w.members.getMany([id], recent))[0];
  const { sessions, tokens, now, dayOf, origin } = w;
  return { secret: w.secrets.tokens, now, members: { ...w.members, find }, sessions, tokens, dayOf, origin };
}

/** What is opened or set up outside, where it is. */
interface Open {
  books?: ReturnType<typeof searchBooks>;
  signIn?: Pick<SignInSetup, "ways" | "codes" | "oidcName">;
  cards?: CardsPort;
}

/** Every route under `/api/v1`; all of them need a signed-in person. Chained, so that a client knows their types. */
export function v1(
  w: UseCases,
  { books = searchBooks(w), signIn: setUp = { ways: [], codes: false }, cards = NO_CARDS }: Open = {},
) {
  const signIn = signedIn(signInDeps(w));
  const reader = readerOf(w);
  const base = routes();
  base.openAPIRegistry.registerComponent("securitySchemes", "bearer", { type: "http", scheme: "bearer" });
  const session = { type: "apiKey", in: "cookie", name: "__Host-yigong" } as const;
  base.openAPIRegistry.registerComponent("securitySchemes", "session", session);
  base.use("*", signIn);
  return base
    .route("/", unitPeopleRoutes({ ...w, books }))
    .route("/", organizationRoutes(w))
    .route("/", settingRoutes(w, setUp))
    .route("/", cardSettingRoutes(w, cards))
    .route("/", backupRoutes(w))
    .route("/", templateSettingRoutes(w))
    .route("/", workcalendarRoutes(w))
    .route("/", preferenceRoutes(w))
    .route("/", memberRoutes({ ...w, books }))
    .route("/", deputyRoutes(w))
    .route("/", memberHistoryRoutes({ ...w, books }))
    .route("/", searchRoutes({ ...w, books }))
    .route("/", identityRoutes(w))
    .route("/", sessionRoutes(w))
    .route("/", tokenRoutes(w))
    .route("/", shiftRoutes(w))
    .route("/", awayRoutes(w))
    .route("/", rosterFileRoutes(w))
    .route("/", rosterRoutes(w))
    .route("/", activityPreviewRoutes(w))
    .route("/", activityTimelineRoutes(w))
    .route("/", activityRoutes({ ...w, books, reader }))
    .route("/", seriesRoutes(w))
    .route("/", activityTemplateRoutes(w))
    .route("/", serviceRoutes(w))
    .route("/", courseRoutes(w))
    .route("/", classRoutes(w))
    .route("/", classSeatRoutes(w))
    .route("/", classAttendanceRoutes(w))
    .route("/", classCorrectionRoutes(w))
    .route("/", mentoringRoutes(w))
    .route("/", rankingRoutes(w))
    .route("/", performanceRoutes(w))
    .route("/", trainingPolicyRoutes(w))
    .route("/", trainerRoutes(w))
    .route("/", yearplanRoutes(w))
    .route("/", nominationRoutes(w))
    .route("/", nominationDecisionRoutes(w))
    .route("/", formRoutes(w))
    .route("/", growthRoutes(w))
    .route("/", ratingRoutes({ ...w, attended: hasAttended(w) }))
    .route("/", satisfactionRoutes(w))
    .route("/", activityChangeRoutes(w))
    .route("/", proposalRoutes(w))
    .route("/", proposalListRoutes({ ...w, books }))
    .route("/", announcementRoutes(w))
    .route("/", participationRoutes({ ...w, presenceOf: findPresence(w) }))
    .route("/", riskConsentRoutes(w))
    .route("/", leaveRoutes(w))
    .route("/", leavePhotoRoutes(w))
    .route("/", cannotRoutes(w))
    .route("/", placeOfferRoutes(w))
    .route("/", reachedRoutes(w))
    .route("/", coverRoutes(w))
    .route("/", coverDropOutRoutes(w))
    .route("/", coverListRoutes({ ...w, books }))
    .route("/", attendanceRoutes(w))
    .route("/", spotRoutes(w))
    .route("/", stewardRoutes(w))
    .route("/", archiveRoutes(w))
    .route("/", registerBoardRoutes({ ...w, books }))
    .route("/", materialRoutes(w))
    .route("/", diaryRoutes({ ...w, takesPart: hasPart(w) }))
    .route("/", diaryPhotoRoutes(w))
    .route("/", expenseRoutes(w))
    .route("/", helperRoutes(w))
    .route("/", receiptRoutes(w))
    .route("/", campaignRoutes({ ...w, books }))
    .route("/", typicalCaseRoutes(w))
    .route("/", deedRoutes(w))
    .route("/", contactRoutes({ ...w, books }))
    .route("/", praiseRoutes(w))
    .route("/", recordPhotoRoutes(w))
    .route("/", surveyRoutes({ ...w, attended: hasAttended(w) }))
    .route("/", pointRoutes({ ...w, members: { get: w.members.get, byPseudonym: namesBehind(w) } }))
    .route("/", correctionRoutes(w))
    .route("/", objectionRoutes(w))
    .route("/", ruleRoutes(w))
    .route("/", exportRoutes(w))
    .route("/", awardRoutes(w.awardDeps))
    .route("/", awardStandingRoutes(w.awardDeps))
    .route("/", awardObjectionRoutes(w.awardDeps))
    .route("/", certificateRoutes(w))
    .route("/", auditRoutes({ ...w, reader }))
    .route("/", messageRoutes(w))
    .route("/", outboxRoutes(w))
    .route("/", meRoutes(w))
    .route("/", figureRoutes(w))
    .route("/", calendarRoutes(w));
}

/** The API's type, for a typed client. */
export type Api = ReturnType<typeof v1>;
