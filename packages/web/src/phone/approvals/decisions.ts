import { call } from "../../shared/api/call.ts";

/** What the card says: yes, no, or for a plan back to be changed. */
export type Verdict = "yes" | "no" | "return";

export interface Said {
  verdict: Verdict;
  reason: string;
  /** Money granted to a plan, in fen. */
  moneyFen?: number | undefined;
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
  proposal: ([id = ""], { verdict, reason, moneyFen }) =>
    call("POST /activities/{id}/proposal/decision", {
      path: { id },
      body:
        verdict === "yes"
          ? { verdict: "approve", reason, grants: moneyFen ? { moneyFen } : {} }
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
  objection: WITH_REASON,
  appeal: WITH_REASON,
};
