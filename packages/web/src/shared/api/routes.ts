import type { Info as Written } from "@yigong/core/archive/diary.ts";
import type { Info as AwardObjection } from "@yigong/core/award/objection.ts";
import type { Account, Rebinding } from "@yigong/core/identity/identity.ts";
import type { Settings, UnitInfo } from "@yigong/core/organization/organization.ts";
import type { Info as Objection } from "@yigong/core/points/objection.ts";
import type { Wish } from "@yigong/core/preference/preference.ts";
import type { Info as Proposal } from "@yigong/core/proposal/proposal.ts";
import type { Info as Token } from "@yigong/core/token/token.ts";
import type { ActivityView, ListedView } from "@yigong/functions/api/activity.view.ts";
import type { AnnouncementView } from "@yigong/functions/api/announcement.ts";
import type { AttendanceView, BackEntryView } from "@yigong/functions/api/attendance.view.ts";
import type { RunView } from "@yigong/functions/api/award.view.ts";
import type { AwardObjectionsView } from "@yigong/functions/api/award-objection.ts";
import type { AwayView } from "@yigong/functions/api/away.view.ts";
import type { CannotView } from "@yigong/functions/api/cannot.view.ts";
import type { NeedsView, NeedView, OfferView, PhoneListView } from "@yigong/functions/api/cover.view.ts";
import type { DeedView } from "@yigong/functions/api/deed.view.ts";
import type { DeputiesView } from "@yigong/functions/api/deputy.view.ts";
import type { SpendingView } from "@yigong/functions/api/expense.view.ts";
import type { HelpersView } from "@yigong/functions/api/helper.ts";
import type { MaterialView } from "@yigong/functions/api/material.view.ts";
import type { HomeView, TodosView, TodoView } from "@yigong/functions/api/me.view.ts";
import type { MemberView } from "@yigong/functions/api/member.view.ts";
import type { OutboxView } from "@yigong/functions/api/outbox.view.ts";
import type { PaperSheetView } from "@yigong/functions/api/paper-sheet.view.ts";
import type {
  DutyListView,
  LeaveView,
  MineView,
  ParticipationView,
  PersonView,
  PlaceView,
} from "@yigong/functions/api/participation.view.ts";
import type { PhotoUploadView } from "@yigong/functions/api/photo.view.ts";
import type { YearView } from "@yigong/functions/api/points.view.ts";
import type { CorrectionsView, CorrectionView } from "@yigong/functions/api/points-correction.ts";
import type { ReadView } from "@yigong/functions/api/proposal.ts";
import type { ReachedView } from "@yigong/functions/api/reached.ts";
import type { RollView, SyncedView } from "@yigong/functions/api/roll.view.ts";
import type { SessionView } from "@yigong/functions/api/session.view.ts";
import type { SurveyView } from "@yigong/functions/api/survey.view.ts";
import type * as z from "zod";
import type * as Contract from "./contract.ts";

export type Home = z.output<typeof HomeView>;
export type HomeActivity = Home["activities"][number];
export type Todo = z.output<typeof TodoView>;
export type Roll = z.output<typeof RollView>;
export type RollPerson = Roll["people"][number];
export type Synced = z.output<typeof SyncedView>["entries"][number];
export type Session = z.output<typeof SessionView>;
export type Activity = z.output<typeof ActivityView>;
/** As a list has it, with how many places are taken. */
export type ListedActivity = z.output<typeof ListedView>;
export type Deputies = z.output<typeof DeputiesView>;
export type Away = z.output<typeof AwayView>;
export type Attendance = z.output<typeof AttendanceView>;
export type Cover = z.output<typeof OfferView>;
export type Need = z.output<typeof NeedView>;
export type Leave = z.output<typeof LeaveView>;
export type ReadProposal = z.output<typeof ReadView>;
export type Reached = z.output<typeof ReachedView>;
export type Cannot = z.output<typeof CannotView>;
export type Mine = z.output<typeof MineView>;
export type Member = z.output<typeof MemberView>;
export type Participation = z.output<typeof ParticipationView>;
export type Person = z.output<typeof PersonView>;
export type Place = z.output<typeof PlaceView>;
export type Year = z.output<typeof YearView>;
export type Material = z.output<typeof MaterialView>;
export type PhotoUpload = z.output<typeof PhotoUploadView>;
export type Helpers = z.output<typeof HelpersView>;
export type Spending = z.output<typeof SpendingView>;
export type Correction = z.output<typeof CorrectionView>;
export type Diary = Written & { photos?: Material[] | undefined };
export type Deed = z.output<typeof DeedView>;
export type AwardRun = z.output<typeof RunView>;
export type { Account, AwardObjection, Objection, Proposal, Rebinding, Settings };

export type OutboxMessage = z.output<typeof OutboxView>;
/** How somebody likes to be told. */
export type Told = z.output<typeof Wish>;

export interface Page<Item> {
  items: Item[];
  cursor?: string | undefined;
}

/** A page of a list whose length is known. */
export interface Counted<Item> extends Page<Item> {
  total: number;
}

/**
 * The routes that the apps call, and what each answers.
 *
 * The names of the API's own views rather than Hono's `hc` on the type of the whole API: with it the compiler takes a
 * minute and 1.6 GB, with these four seconds. That each route exists is a test (`test/api/web-routes.test.ts`).
 */
export interface Answers {
  "GET /me/home": Home;
  "GET /me/todo": z.output<typeof TodosView>;
  "PUT /me/language": unknown;
  "GET /me/sessions": Page<Session>;
  "DELETE /me/sessions/{id}": unknown;
  "DELETE /me/sessions": unknown;
  "DELETE /me/sessions/current": unknown;
  "POST /me/step-up/code": { expiresAt: string };
  "POST /me/step-up": unknown;
  "GET /me/preferences": Told;
  "PUT /me/preferences": Told;
  "GET /outbox": Page<OutboxMessage>;
  "GET /me/calendar": { createdAt?: string | undefined };
  "POST /me/calendar": { url: string; createdAt: string };
  "DELETE /me/calendar": unknown;
  "GET /me/tokens": Page<Omit<Token, "memberId">> & { choices: string[] };
  "DELETE /me/tokens/{id}": unknown;
  "GET /organization": Settings;
  "GET /members/me": Member;
  "POST /members/me/acceptance": Member;
  "GET /activities": Counted<ListedActivity>;
  "GET /activities/{id}": Activity;
  "GET /activities/{id}/announcements": { items: z.output<typeof AnnouncementView>[] };
  "GET /activities/{id}/sign-ups/me": Mine;
  "POST /activities/{id}/sign-ups/me/consent": { places: number };
  "POST /activities/{id}/sign-ups": Place;
  "DELETE /activities/{id}/sign-ups/{sessionId}": Place;
  "GET /me/cannot/{id}": Cannot;
  "GET /activities/{id}/reached": Reached;
  "PUT /activities/{id}/reached/{memberId}": Reached;
  "POST /activities/{id}/reached/{memberId}/number": { mobile?: string | undefined };
  "POST /activities/{id}/call-off": Reached;
  "POST /me/cannot/{id}": Cannot;
  "GET /activities/{id}/people/{memberId}/cannot": Cannot;
  "POST /activities/{id}/people/{memberId}/cannot": Cannot;
  "POST /activities/{id}/people/{memberId}/sign-up": Place;
  "POST /activities/{id}/people/{memberId}/offers/{sessionId}": Place;
  "POST /activities/{id}/offers/{sessionId}/accept": Place;
  "POST /activities/{id}/offers/{sessionId}/decline": Place;
  "GET /activities/{id}/people": Page<Person>;
  "GET /activities/{id}/duty-list": z.output<typeof DutyListView>;
  "GET /me/participations": Page<Participation>;
  "POST /activities/{id}/leaves": Leave;
  "DELETE /activities/{id}/leaves/me": Leave;
  "GET /activities/{id}/leaves": Page<Leave>;
  "POST /activities/{id}/leaves/{memberId}/decision": Leave;
  "GET /leaves": Page<Leave>;
  "GET /me/deputies": Deputies;
  "GET /colleagues": { items: Pick<Member, "id" | "name" | "employeeNumber">[] };
  "DELETE /me/deputies/{deputyId}": Deputies;
  "POST /members/{id}/deputies": Member;
  "GET /me/away": Away;
  "POST /me/away": Away;
  "DELETE /me/away/{awayId}": Away;
  "GET /members/{id}/away": Away;
  "POST /members/{id}/away": Away;
  "POST /members/{id}/away/{awayId}/decision": Away;
  "GET /me/covers": Page<Cover>;
  "GET /activities/{id}/covers": z.output<typeof NeedsView>;
  "POST /activities/{id}/covers/{needId}/accept": Cover;
  "POST /activities/{id}/covers/{needId}/decline": Cover;
  "POST /activities/{id}/covers/{needId}/confirm": Need;
  "POST /activities/{id}/covers/{needId}/turn-down": Need;
  "POST /activities/{id}/covers/{needId}/assign": Need;
  "POST /activities/{id}/covers/{needId}/drop-out": Cover;
  "POST /activities/{id}/covers/{needId}/phone-list": z.output<typeof PhoneListView>;
  "GET /activities/{id}/attendance": Page<Attendance>;
  "GET /activities/{id}/sessions/{sessionId}/roll": Roll;
  "POST /activities/{id}/sessions/{sessionId}/roll-call/sync": z.output<typeof SyncedView>;
  "POST /activities/{id}/sessions/{sessionId}/check-ins/{memberId}": Attendance;
  "POST /activities/{id}/sessions/{sessionId}/walk-ins": unknown;
  "GET /activities/{id}/sessions/{sessionId}/back-entries": { items: z.output<typeof BackEntryView>[] };
  "POST /activities/{id}/sessions/{sessionId}/back-entries/{memberId}/approve": Attendance;
  "GET /activities/{id}/sessions/{sessionId}/paper-sheet": { sheet?: z.output<typeof PaperSheetView> | undefined };
  "POST /activities/{id}/sessions/{sessionId}/paper-sheet": { recorded: number; asked: number };
  "POST /activities/{id}/sessions/{sessionId}/paper-sheet/decision": z.output<typeof PaperSheetView>;
  "POST /activities/{id}/absences/{sessionId}/{memberId}/decision": Attendance;
  "GET /members": Page<Member>;
  "GET /activities/{id}/sessions/{sessionId}/code": Contract.Screen;
  "POST /activities/{id}/sessions/{sessionId}/check-in": Attendance;
  "POST /activities/{id}/sessions/{sessionId}/check-out": Attendance;
  "POST /activities/{id}/absences/{sessionId}/appeal": Attendance;
  "GET /activities/{id}/diaries": Page<Diary>;
  "POST /activities/{id}/diaries": Diary;
  "POST /activities/{id}/diaries/{diaryId}/photos": PhotoUpload;
  "POST /activities/{id}/diaries/{diaryId}/photos/{photoId}/uploaded": Material;
  "DELETE /activities/{id}/diaries/{diaryId}/photos/{photoId}": unknown;
  "POST /activities/{id}/leaves/me/photos": PhotoUpload;
  "POST /activities/{id}/leaves/me/photos/{photoId}/uploaded": Material;
  "DELETE /activities/{id}/leaves/me/photos/{photoId}": unknown;
  "GET /activities/{id}/leaves/{memberId}/photos": { items: Material[] };
  "GET /deeds": Page<Deed>;
  "GET /deeds/{year}/{deedId}": Deed;
  "POST /deeds": Deed;
  "POST /deeds/{year}/{deedId}/confirm": Deed;
  "POST /deeds/{year}/{deedId}/void": Deed;
  "POST /deeds/{year}/{deedId}/photos": PhotoUpload;
  "POST /deeds/{year}/{deedId}/photos/{photoId}/uploaded": Material;
  "DELETE /deeds/{year}/{deedId}/photos/{photoId}": unknown;
  "GET /activities/{id}/helpers": Helpers;
  "GET /activities/{id}/helpers/{teamId}/volunteers": {
    items: { memberId: string; name: string; employeeNumber: string }[];
  };
  "POST /activities/{id}/helpers/{teamId}/answer": Helpers;
  "GET /activities/{id}/spending": Spending;
  "POST /activities/{id}/expenses": Spending;
  "POST /activities/{id}/expenses/{expenseId}/void": Spending;
  "POST /activities/{id}/spending/hand-in": Spending;
  "POST /activities/{id}/spending/decision": Spending;
  "POST /activities/{id}/receipts/me": PhotoUpload;
  "POST /activities/{id}/receipts/me/{photoId}/uploaded": Material;
  "DELETE /activities/{id}/receipts/me/{photoId}": unknown;
  "GET /members/{id}/points": Year;
  "POST /points/objections": Objection;
  "GET /me/points/objections": Page<Objection>;
  "GET /activities/{id}/proposal": ReadProposal;
  "POST /activities/{id}/proposal/advisers": ReadProposal;
  "POST /activities/{id}/proposal/advice": ReadProposal;
  "POST /activities/{id}/proposal/decision": Proposal;
  "POST /points/objections/{objectionId}/decision": Objection;
  "GET /activities/{id}/corrections": z.output<typeof CorrectionsView>;
  "GET /points/corrections": z.output<typeof CorrectionsView>;
  "POST /activities/{id}/corrections/{correctionId}/decision": Correction;
  "GET /awards/{year}/runs/{run}": AwardRun;
  "POST /awards/{year}/runs/{run}/confirmation": AwardRun;
  "POST /awards/{year}/runs/{run}/continuation": AwardRun;
  "POST /awards/{year}/runs/{run}/withdrawal": AwardRun;
  "GET /awards/{year}/runs/{run}/objections": z.output<typeof AwardObjectionsView>;
  "POST /awards/{year}/runs/{run}/objections/{id}/decision": AwardObjection;
  "GET /activities/{id}/survey": z.output<typeof SurveyView>;
  "POST /activities/{id}/happiness": unknown;
  "GET /units": Page<UnitInfo>;
  "GET /members/{id}": Member;
  "GET /members/{id}/accounts": { items: Omit<Account, "version">[] };
  "DELETE /members/{id}/accounts/{provider}": { ended: number };
  "GET /account-requests": Page<Rebinding>;
  "POST /account-requests/{id}/decision": Rebinding;
  "GET /certificates": Page<Contract.Certificate>;
}

export type Route = keyof Answers;
export type Reading = Extract<Route, `GET ${string}`>;
