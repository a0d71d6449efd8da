import { createHash } from "node:crypto";
import * as z from "zod";
import { documents } from "../lib/documents.ts";
import { type Table, transact } from "../lib/table.ts";
import { type Caused, causedOps } from "../outbox/caused.row.ts";
import * as Challenge from "./challenge.ts";
import * as Limits from "./limits.ts";

/** One-time codes, what limits them, and the states of sign-ins that are used up. Nothing here outlives two days by much. */
export interface SignInCodes {
  add(challenge: Challenge.Challenge, caused: Required<Caused>): Promise<void>;
  /** @throws `identity.code_expired` when there is none */
  get(id: string): Promise<Challenge.Challenge>;
  /** @throws `identity.code_expired`, `store.busy`, whatever `decide` throws */
  change(id: string, decide: (challenge: Challenge.Challenge) => Challenge.Challenge): Promise<Challenge.Challenge>;
  /** Counts what is limited. @param whom - a number, a network or an address; only its hash is kept. @throws as `countedOnce` */
  count(limit: Limits.Limit, whom: string, at: string): Promise<void>;
  /** Uses up the state of a sign-in. @returns false when it was used before */
  useState(state: string, at: string): Promise<boolean>;
  /** Erases what was last used on a day, `YYYY-MM-DD` in UTC. */
  forget(day: string): Promise<void>;
}

const dayOf = (at: string): string => at.slice(0, 10);
const hashOf = (text: string): string => createHash("sha256").update(text).digest("hex");

export const challengeDocuments = documents({
  entity: "signInCode",
  schema: Challenge.Challenge,
  attributes: { id: "string", day: "string", version: "number" },
  key: { pk: "signincode#${id}", sk: "row" },
  indexes: { byDay: { on: "gsi1", pk: "signincodes#${day}", sk: "${id}" } },
  itemOf: ({ id, askedAt, version }) => ({ id, day: dayOf(askedAt), version }),
  missing: Challenge.expired,
});

export const countDocuments = documents({
  entity: "signInCount",
  schema: Limits.Count,
  attributes: { digest: "string", day: "string", version: "number" },
  key: { pk: "signincount#${digest}", sk: "row" },
  indexes: { byDay: { on: "gsi1", pk: "signincounts#${day}", sk: "${digest}" } },
  itemOf: ({ digest, since, version }) => ({ digest, day: dayOf(since), version }),
});

export const stateDocuments = documents({
  entity: "signInState",
  schema: z.object({ digest: z.string(), day: z.string() }),
  attributes: { digest: "string", day: "string" },
  key: { pk: "signinstate#${digest}", sk: "row" },
  indexes: { byDay: { on: "gsi1", pk: "signinstates#${day}", sk: "${digest}" } },
  body: "none",
  itemOf: (row) => row,
});

export function dynamoSignInCodes(table: Table): SignInCodes {
  const challenges = challengeDocuments(table);
  const counts = countDocuments(table);
  const states = stateDocuments(table);
  return {
    async add(challenge, caused) {
      const also = causedOps(table, caused, challenge.askedAt);
      if (!(await challenges.create(challenge, also))) throw new RangeError("Two codes have one id.");
    },
    get: (id) => challenges.get({ id }),
    change: (id, decide) => challenges.revise({ id }, decide),
    async count(limit, whom, at) {
      const digest = hashOf(`${limit}\n${whom}`);
      await counts.changeOrCreate({ digest }, (before) => ({
        item: Limits.countedOnce(before, limit, { digest, at }),
      }));
    },
    useState: (state, at) => states.create({ digest: hashOf(state), day: dayOf(at) }),
    async forget(day) {
      const [codes, counted, used] = await Promise.all([
        challenges.all("byDay", { day }),
        counts.all("byDay", { day }),
        states.all("byDay", { day }),
      ]);
      for (const { id } of codes) await transact(table, [challenges.ops.remove({ id })]);
      for (const { digest } of counted) await transact(table, [counts.ops.remove({ digest })]);
      for (const { digest } of used) await transact(table, [states.ops.remove({ digest })]);
    },
  };
}
