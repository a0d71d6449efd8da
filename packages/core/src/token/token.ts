import * as z from "zod";
import { Instant, plusHours } from "../lib/time.ts";
import { type Action, type Actor, POLICY } from "../permission/policy.ts";
import type { Rule } from "../permission/role.ts";
import { tokenRefusal } from "./token.refusals.ts";

/** The longest that a token may be good for; NIST and the companies' own rules have secrets of programs changed yearly. */
export const MOST_DAYS = 365;
const HOURS_PER_DAY = 24;
/** As many as one person has a use for. */
export const MOST_TOKENS = 50;
/** A token's last use is written at most so often. */
export const USED_EVERY_HOURS = 1;

/** The SHA-256 of a token, in hexadecimal digits. */
export const Id = z.string().regex(/^[0-9a-f]{64}$/, "must be 64 hexadecimal digits");
export const Name = z.string().trim().min(1).max(60);

/** A bearer token by which a program acts for a person, in what the person may and the token is for. */
export const Info = z.object({
  id: Id,
  memberId: z.string(),
  name: Name,
  /** Actions of the policy. One that there is no more allows nothing. */
  actions: z.array(z.string()).min(1),
  createdAt: Instant,
  expiresAt: Instant,
  /** Its last use, give or take an hour. */
  usedAt: Instant.optional(),
});
export type Info = z.infer<typeof Info>;

/** What no program does for a person: say who they are, and hand on what it was given. */
const NEVER: readonly string[] = ["session.own", "session.revoke", "token.own"] satisfies Action[];

/** Every action that a token may be for. */
export const ACTIONS = Object.keys(POLICY).filter((action) => !NEVER.includes(action)) as Action[];

/** What a person says of a new token. */
export const Wish = z.object({
  name: Name,
  actions: z
    .array(z.enum(ACTIONS as [Action, ...Action[]]))
    .min(1)
    .max(ACTIONS.length),
  days: z.int().min(1).max(MOST_DAYS),
});
export type Wish = z.infer<typeof Wish>;

/** Whether somebody may do something anywhere at all. */
const couldDo = ({ grants }: Actor, action: Action): boolean => {
  const rules: readonly Rule[] = POLICY[action];
  return rules.includes("anybody") || rules.includes("own") || grants.some(({ role }) => rules.includes(role));
};

/** What a token of somebody may be for. */
export const actionsFor = (actor: Actor): Action[] => ACTIONS.filter((action) => couldDo(actor, action));

/**
 * Makes a token for no more than the person may do; what they may do later no more, neither may it.
 *
 * @param before - the person's tokens that are good
 * @throws `token.too_much`, `token.too_many`
 */
export function create(
  wish: Wish,
  { id, actor, at, before }: { id: string; actor: Actor; at: string; before: number },
): Info {
  const beyond = wish.actions.filter((action) => !couldDo(actor, action));
  if (beyond.length > 0) throw tokenRefusal("token.too_much", { actions: beyond });
  if (before >= MOST_TOKENS) throw tokenRefusal("token.too_many", { most: MOST_TOKENS });
  const { name, days } = wish;
  const actions = [...new Set<string>(wish.actions)].sort();
  const expiresAt = plusHours(at, days * HOURS_PER_DAY);
  return { id, memberId: actor.memberId, name, actions, createdAt: at, expiresAt };
}

export const isGood = ({ expiresAt }: Info, at: string): boolean => at < expiresAt;

/** Whether a token's last use is to be written. */
export const isToBeNoted = ({ usedAt }: Info, at: string): boolean =>
  usedAt === undefined || at >= plusHours(usedAt, USED_EVERY_HOURS);
