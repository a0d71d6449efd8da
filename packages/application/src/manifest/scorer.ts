import type { Template } from "@yigong/core/message/message.ts";
import type { Effect } from "@yigong/core/outbox/outbox.ts";
import type { Draft, Line } from "@yigong/core/points/points.ts";
import type { RuleSet } from "@yigong/core/points/rules.ts";

/** What gives points: an activity, later a training class. */
export interface Issuer {
  id: string;
  title: string;
  /** Its last instant, ISO-8601 UTC: its local year and the rules in force then count. */
  endedAt: string;
}

/** Finds the issuers whose ids have one prefix. */
export interface IssuerSource {
  /** Such as `act`, of ids like `act_…`. */
  prefix: string;
  find(id: string): Promise<Issuer | undefined>;
}

/** How an issuer was graded: grade and m, or neither below five answers. */
export type Graded = Pick<Draft, "grade" | "mean">;

/** The grade of an issuer. */
export type GradeOf = (issuer: Pick<Issuer, "id" | "endedAt">) => Promise<Graded>;

/** What one person earned from an issuer, with the keys of the rows that prove it. */
export interface Cause extends Graded {
  memberId: string;
  lines: Line[];
  evidence: readonly string[];
}

/** Scores what people did for issuers of one prefix; all causes of one scorer become entries of one kind. */
export interface Scorer {
  /** Of the issuers' ids, such as `act`. */
  prefix: string;
  kind: Exclude<Draft["kind"], "correction">;
  /** What people are told in; each reads their own sums in it. */
  template: Template;
  score(issuer: Issuer, rules: RuleSet): Promise<Cause[]>;
  /** The messages about what was scored, at least one cause; they are sent once the entries are posted. @param at - ISO-8601 UTC */
  tell(issuer: Issuer, causes: readonly Cause[], at: string): Effect[];
}

/** The issuers of all nouns. */
export interface Issuers {
  /** The item behind an issuer's id; nothing when there is none, or no noun has such ids. */
  find(id: string): Promise<Issuer | undefined>;
}

/** The part of an id before its first underscore. */
export const prefixOf = (id: string): string => id.slice(0, Math.max(0, id.indexOf("_")));

/** @throws Error when two sources have one prefix */
export function everyIssuer(all: readonly IssuerSource[]): Issuers {
  const byPrefix = new Map(all.map((one) => [one.prefix, one]));
  if (byPrefix.size < all.length) throw new Error("Two nouns issue points under one prefix.");
  return { find: async (id) => byPrefix.get(prefixOf(id))?.find(id) };
}
