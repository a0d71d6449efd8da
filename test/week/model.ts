/** One time that somebody was to be told something: by any of these templates. */
export interface Owed {
  activityId: string;
  memberId: string;
  templates: readonly string[];
  /** Whether it may be left out: those who have not answered yet, while what they would answer changes. */
  optional?: boolean;
  /** The act that owes it, for a report. */
  why: string;
}

/** What a week should have come to, kept beside the machine as it goes. */
export interface Model {
  /** One for each time that each person is to be told. */
  owed: Owed[];
  /** When each activity was called off. */
  cancelledAt: Map<string, string>;
  /** When each person left the company. */
  leftAt: Map<string, string>;
  /** Pairs of things at one time that a move made: people decide about them. */
  clashes: Set<string>;
  /** Money by the activity for which it was asked: asked and granted, and each expense that was recorded and stands, in fen. */
  money: Map<string, { askedFen: number; grantedFen: number; spent: number[] }>;
  /** What was done and what came of it, for a report. */
  log: string[];
}

export const newModel = (): Model => ({
  owed: [],
  cancelledAt: new Map(),
  leftAt: new Map(),
  clashes: new Set(),
  money: new Map(),
  log: [],
});

/** Messages of a kind that the model counts: all of these templates are owed by acts that it knows. */
export const COUNTED: readonly string[] = [
  "activity.cancelled",
  "activity.rescheduled",
  "activity.sessionMoved",
  "activity.sessionAdded",
  "activity.sessionCancelled",
  "activity.revised",
  "participation.displaced",
  "participation.fallenBack",
  "participation.offered",
  "leave.approved",
  "leave.refused",
  "recruit.invited",
  "proposal.submitted",
  "proposal.approved",
  "proposal.refused",
  "expense.handedIn",
  "expense.returned",
  "expense.settled",
];
