import { call } from "./api/call.ts";

/** What the card says: yes, no, or for a plan back to be changed. */
export type Verdict = "yes" | "no" | "return";

export interface Said {
  verdict: Verdict;
  reason: string;
  /** Money granted to a plan, in fen. */
  moneyFen?: number | undefined;
  /** Who guides a plan. */
  adviserId?: string | undefined;
  /** The teams that a plan is granted helpers of. */
  volunteerTeamIds?: readonly string[] | undefined;
  /** Whom a list of honours has in place of whom, by what the reader was shown. */
  replacements?: readonly Replacement[] | undefined;
  /** Which objection it is about, where one card has several. */
  objectionId?: string | undefined;
}

export interface Replacement {
  out: string;
  in: string;
  reason: string;
}

type Ids = readonly string[];
type Decide = (ids: Ids, said: Said) => Promise<unknown>;

const optional = (reason: string) => (reason ? { reason } : {});

/** The approvals that are one card a decision, and how each is said to the API. @source docs of each route */
export const DECISIONS = {
  leave: ([id = "", memberId = ""], { verdict, reason }) =>
    call("POST /activities/{id}/leaves/{memberId}/decision", {
      path: { id, memberId },
      body: { approve: verdict === "yes", ...optional(reason) },
    }),
  cover: ([id = "", needId = ""], { verdict, reason }) =>
    verdict === "yes"
      ? call("POST /activities/{id}/covers/{needId}/confirm", { path: { id, needId } })
      : call("POST /activities/{id}/covers/{needId}/turn-down", { path: { id, needId }, body: { reason } }),
  proposal: ([id = ""], { verdict, reason, moneyFen, adviserId, volunteerTeamIds }) =>
    call("POST /activities/{id}/proposal/decision", {
      path: { id },
      body:
        verdict === "yes"
          ? { verdict: "approve", reason, grants: { moneyFen, adviserId, volunteerTeamIds } }
          : { verdict: verdict === "return" ? "return" : "refuse", reason },
    }),
  correction: ([id = "", correctionId = ""], { verdict, reason }) =>
    call("POST /activities/{id}/corrections/{correctionId}/decision", {
      path: { id, correctionId },
      body: verdict === "yes" ? { verdict: "approve" } : { verdict: "refuse", reason },
    }),
  backEntry: ([id = "", sessionId = "", memberId = ""]) =>
    call("POST /activities/{id}/sessions/{sessionId}/back-entries/{memberId}/approve", {
      path: { id, sessionId, memberId },
    }),
  paperSheet: ([id = "", sessionId = ""], { verdict, reason }) =>
    call("POST /activities/{id}/sessions/{sessionId}/paper-sheet/decision", {
      path: { id, sessionId },
      body: { approve: verdict === "yes", ...optional(reason) },
    }),
  away: ([id = "", awayId = ""], { verdict, reason }) =>
    call("POST /members/{id}/away/{awayId}/decision", {
      path: { id, awayId },
      body: { approve: verdict === "yes", ...optional(reason) },
    }),
  deed: ([year = "", deedId = ""], { verdict, reason }) =>
    verdict === "yes"
      ? call("POST /deeds/{year}/{deedId}/confirm", { path: { year, deedId } })
      : call("POST /deeds/{year}/{deedId}/void", { path: { year, deedId }, body: { reason } }),
  objection: ([objectionId = ""], { verdict, reason }) =>
    call("POST /points/objections/{objectionId}/decision", {
      path: { objectionId },
      body: { upheld: verdict === "yes", reason },
    }),
  appeal: ([id = "", sessionId = "", memberId = ""], { verdict, reason }) =>
    call("POST /activities/{id}/absences/{sessionId}/{memberId}/decision", {
      path: { id, sessionId, memberId },
      body: { upheld: verdict === "yes", reason },
    }),
  award: ([year = "", run = ""], { replacements = [] }) =>
    call("POST /awards/{year}/runs/{run}/confirmation", { path: { year, run }, body: { replacements } }),
  awardStale: ([year = "", run = ""], { verdict, reason }) =>
    call(`POST /awards/{year}/runs/{run}/${verdict === "yes" ? "continuation" : "withdrawal"}`, {
      path: { year, run },
      body: { reason },
    }),
  awardObjection: ([year = "", run = ""], { verdict, reason, objectionId = "" }) =>
    call("POST /awards/{year}/runs/{run}/objections/{id}/decision", {
      path: { year, run, id: objectionId },
      body: { upheld: verdict === "yes", reason },
    }),
  accountRequest: ([id = ""], { verdict, reason }) =>
    call("POST /account-requests/{id}/decision", {
      path: { id },
      body: verdict === "yes" ? { verdict: "approve" } : { verdict: "refuse", reason },
    }),
} as const satisfies Record<string, Decide>;

export type Kind = keyof typeof DECISIONS;
export const isKind = (kind: string): kind is Kind => Object.hasOwn(DECISIONS, kind);

interface Form {
  verdicts: readonly Verdict[];
  /** Which verdicts the API takes with a reason only. */
  needsReason: readonly Verdict[];
}

const YES_NO: Form = { verdicts: ["yes", "no"], needsReason: ["no"] };
const WITH_REASON: Form = { verdicts: ["yes", "no"], needsReason: ["yes", "no"] };

export const FORMS: Readonly<Record<Kind, Form>> = {
  leave: YES_NO,
  cover: YES_NO,
  proposal: { verdicts: ["yes", "return", "no"], needsReason: ["yes", "return", "no"] },
  correction: YES_NO,
  backEntry: { verdicts: ["yes"], needsReason: [] },
  paperSheet: YES_NO,
  away: YES_NO,
  deed: YES_NO,
  objection: WITH_REASON,
  appeal: WITH_REASON,
  award: { verdicts: ["yes"], needsReason: [] },
  awardStale: WITH_REASON,
  awardObjection: WITH_REASON,
  accountRequest: YES_NO,
};

/** What was decided, in words; of the annual run it depends on where it stands now. */
export function doneOf(kind: Kind, answer: unknown) {
  const { status } = (answer ?? {}) as { status?: string };
  if (kind === "award") return status === "noticed" ? "done.award.both" : "done.award.first";
  if (kind === "awardStale") return status === "withdrawn" ? "done.award.withdrawn" : "done.award.kept";
  return "done";
}
