import { createHash } from "node:crypto";
import * as z from "zod";
import { idOf } from "../lib/id.ts";
import { Instant } from "../lib/time.ts";
import { accountKey } from "../member/accounts.ts";
import { isOneOf, type Party } from "../permission/party.ts";
import { identityRefusal } from "./identity.refusals.ts";

/** Who says who somebody is. `try` is the issuer of one machine, for trying out. */
export const PROVIDERS = ["wecom", "dingtalk", "feishu", "oidc", "try"] as const;
export const Provider = z.enum(PROVIDERS);
export type Provider = z.infer<typeof Provider>;

/** An account as its provider names it: `tenant` is the company, the issuer or the app within which `subject` is unique. */
export const Key = z.object({
  provider: Provider,
  tenant: z.string().min(1).max(300),
  subject: z.string().min(1).max(300),
});
export type Key = z.infer<typeof Key>;

/** Of whom a provider has told us, by an account that proves it. */
export const Identified = Key.extend({
  /** What the roster may call the account. */
  account: z.string().max(300).optional(),
  /** The employee number, from a provider whose word the settings take for it. */
  employeeNumber: z.string().max(64).optional(),
  name: z.string().max(200).optional(),
  mobile: z.string().max(64).optional(),
  /** The groups that the provider has the account in; absent when it said nothing about groups. */
  groups: z.array(z.string()).optional(),
});
export type Identified = z.infer<typeof Identified>;

/** How an account became somebody's: by the roster, by a claim of the provider, by a one-time code, by a second person. */
export const How = z.enum(["roster", "claim", "code", "request"]);
export type How = z.infer<typeof How>;

/** An account that is somebody's. */
export const Account = Key.extend({
  memberId: z.string(),
  how: How,
  boundAt: Instant,
  version: z.int().nonnegative(),
});
export type Account = z.infer<typeof Account>;

/** By what an account is found: subjects of any length and case, of which the store's keys keep neither. */
export const digestOf = ({ provider, tenant, subject }: Key): string =>
  createHash("sha256")
    .update(JSON.stringify([provider, tenant, accountKey(provider, subject)]))
    .digest("hex");

export const RebindingId = idOf("bnd");
export type RebindingId = z.infer<typeof RebindingId>;

const Asked = Key.extend({
  id: RebindingId,
  memberId: z.string(),
  /** What the provider calls the person, for whoever decides. */
  name: z.string().max(200).optional(),
  askedAt: Instant,
  version: z.int().nonnegative(),
});
const Decided = { decidedBy: z.string(), decidedFor: z.string().optional(), decidedAt: Instant };

/** A request that another account of a provider be somebody's from now on; a second person decides. */
export const Rebinding = z.discriminatedUnion("status", [
  Asked.extend({ status: z.literal("requested") }),
  Asked.extend({ status: z.literal("approved"), ...Decided }),
  Asked.extend({ status: z.literal("refused"), ...Decided, refusal: z.string().min(1).max(1000) }),
]);
export type Rebinding = z.infer<typeof Rebinding>;
export type Requested = Extract<Rebinding, { status: "requested" }>;

/** What a second person says. */
export interface Verdict extends Party {
  /** ISO-8601 UTC. */
  at: string;
  /** Why not; absent to approve. */
  refusal?: string | undefined;
}

/**
 * Decides that an account is somebody's, or not.
 *
 * @throws `identity.decided`, `identity.second_person` by whom it is for, or who acts for them
 * @source docs/domain.md "Decision, second person"
 */
export function decide(rebinding: Rebinding, { by, deputyFor, at, refusal }: Verdict): Exclude<Rebinding, Requested> {
  if (rebinding.status !== "requested") throw identityRefusal("identity.decided", { at: rebinding.decidedAt });
  if (isOneOf({ by, deputyFor }, [rebinding.memberId])) throw identityRefusal("identity.second_person");
  const decided = {
    ...rebinding,
    decidedBy: by,
    ...(deputyFor === undefined ? {} : { decidedFor: deputyFor }),
    decidedAt: at,
  };
  return refusal === undefined ? { ...decided, status: "approved" } : { ...decided, status: "refused", refusal };
}
