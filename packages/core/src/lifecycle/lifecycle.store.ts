import { activityDocuments } from "../activity/activity.row.ts";
import type { Info as Activity } from "../activity/activity.ts";
import { documents } from "../lib/documents.ts";
import { type Journal, journal } from "../lib/journal.ts";
import { CLASH, untilSaved } from "../lib/optimistic.ts";
import { type Reading, recent } from "../lib/reading.ts";
import { type Op, type Table, transact } from "../lib/table.ts";
import { type Caused, causedOps } from "../outbox/caused.row.ts";
import { proposalDocuments } from "../proposal/proposal.row.ts";
import type { Info as Proposal } from "../proposal/proposal.ts";
import { lifecycleDocuments } from "./lifecycle.row.ts";
import type * as Lifecycle from "./lifecycle.ts";
import * as Token from "./token.ts";

/** What a decision writes together: the lifecycle, the effects it causes, and who decided. */
export interface Decision extends Caused {
  item: Lifecycle.Info;
}

/** A new activity with all that begins with it. */
export interface Founding extends Required<Caused> {
  activity: Activity;
  lifecycle: Lifecycle.Info;
  proposal?: Proposal | undefined;
}

/** What an organizer described, and the lifecycle that follows it. */
export interface Described {
  activity: Activity;
  lifecycle: Lifecycle.Info;
}

/** What an organizer changed; `also`: writes of other nouns, each with its own condition, by which all is decided anew. */
export interface ActivityDecision extends Described, Caused {
  also?: readonly Op[];
}

/** A decision on a proposal, with the lifecycle that it may move. */
export interface ProposalDecision extends Caused {
  proposal: Proposal;
  lifecycle?: Lifecycle.Info | undefined;
}

/** Where activities stand. Reads are consistent, since nudges and deadlines are judged by them; only views ask for less. */
export interface Lifecycles {
  /** @throws `activity.missing` */
  get(activityId: string, reading?: Reading): Promise<Lifecycle.Info>;
  /** Eventually consistent. */
  getMany(activityIds: readonly string[]): Promise<Map<string, Lifecycle.Info>>;
  /** @throws `activity.missing`, `store.busy`, whatever `decide` throws */
  change(activityId: string, at: string, decide: (lifecycle: Lifecycle.Info) => Decision): Promise<Lifecycle.Info>;
  /** Writes an activity, its lifecycle and their effects in one transaction. @returns false when the id exists already */
  found(founding: Founding): Promise<boolean>;
  /** Changes description and lifecycle together. @throws `activity.missing`, `store.busy`, whatever `decide` throws */
  changeActivity(
    activityId: string,
    at: string,
    decide: (both: Described) => ActivityDecision | Promise<ActivityDecision>,
  ): Promise<Activity>;
  /** Saves a proposal and the lifecycle it moves together. @throws `proposal.missing`, `store.busy`, whatever `decide` throws */
  decideProposal(
    activityId: string,
    at: string,
    decide: (proposal: Proposal, lifecycle: Lifecycle.Info) => ProposalDecision,
  ): Promise<Proposal>;
  /** The ids of activities that this process wrote, or whose lifecycle it wrote; each noted when its write has ended. */
  journal: Journal;
  token(activityId: string): Promise<Token.Info | undefined>;
  /** Keeps a token unless one of a later generation, visit or attempt is there. @returns whether it was kept */
  keepToken(token: Token.Info): Promise<boolean>;
}

export const tokenDocuments = documents({
  entity: "token",
  schema: Token.Info,
  attributes: { activityId: "string", order: "string" },
  key: { pk: "activity#${activityId}", sk: "token" },
  itemOf: (token) => ({ activityId: token.activityId, order: orderOf(token) }),
});

const orderOf = ({ generation, visit, attempt }: Token.Info): string =>
  [generation, visit, attempt].map((part) => String(part).padStart(8, "0")).join(".");

export function dynamoLifecycles(table: Table): Lifecycles {
  const rows = lifecycleDocuments(table);
  const kept = tokenDocuments(table);
  const noted = journal();
  const { found, changeActivity, decideProposal } = togetherWith(table);
  return {
    journal: noted,
    get: (activityId, reading) => rows.get({ activityId }, reading),
    async getMany(activityIds) {
      const found = await rows.getMany(
        activityIds.map((activityId) => ({ activityId })),
        recent,
      );
      return new Map(found.map((row) => [row.activityId, row]));
    },
    change: (activityId, at, decide) =>
      noted.noting(
        () => [activityId],
        () => rows.change({ activityId }, decide, (decision) => causedOps(table, decision, at)),
      ),
    found: (founding) =>
      noted.noting(
        () => [founding.activity.id],
        () => found(founding),
      ),
    changeActivity: (activityId, ...rest) =>
      noted.noting(
        () => [activityId],
        () => changeActivity(activityId, ...rest),
      ),
    decideProposal: (activityId, ...rest) =>
      noted.noting(
        () => [activityId],
        () => decideProposal(activityId, ...rest),
      ),
    token: (activityId) => kept.find({ activityId }),
    async keepToken(token) {
      const newest = kept.ops.put(
        token,
        ({ order }, { notExists, lte }) => `${notExists(order)} OR ${lte(order, orderOf(token))}`,
      );
      return (await transact(table, [newest])).ok;
    },
  };
}

/** The transactions that a lifecycle shares with its activity and its proposal. */
function togetherWith(table: Table): Pick<Lifecycles, "found" | "changeActivity" | "decideProposal"> {
  const [activities, lifecycles, proposals] = [
    activityDocuments(table),
    lifecycleDocuments(table),
    proposalDocuments(table),
  ];
  const saved = async <Result>(result: Result, ops: readonly Op[]) =>
    (await transact(table, ops)).ok ? result : CLASH;
  return {
    async found({ activity, lifecycle, proposal, ...caused }) {
      const { ok } = await transact(table, [
        activities.ops.create(activity),
        lifecycles.ops.create(lifecycle),
        ...(proposal ? [proposals.ops.create(proposal)] : []),
        ...causedOps(table, caused, activity.createdAt),
      ]);
      return ok;
    },
    changeActivity: (activityId, at, decide) =>
      untilSaved(async () => {
        const before = {
          activity: await activities.get({ activityId }),
          lifecycle: await lifecycles.get({ activityId }),
        };
        const { activity, lifecycle, also = [], ...caused } = await decide(before);
        if (activity === before.activity && lifecycle === before.lifecycle) return activity;
        return saved(activity, [
          activities.ops.save(before.activity, activity),
          lifecycles.ops.save(before.lifecycle, lifecycle),
          ...also,
          ...causedOps(table, caused, at),
        ]);
      }),
    decideProposal: (activityId, at, decide) =>
      untilSaved(async () => {
        const before = await proposals.get({ activityId });
        const stood = await lifecycles.get({ activityId });
        const { proposal, lifecycle, ...caused } = decide(before, stood);
        return saved(proposal, [
          proposals.ops.save(before, proposal),
          ...(lifecycle ? [lifecycles.ops.save(stood, lifecycle)] : []),
          ...causedOps(table, caused, at),
        ]);
      }),
  };
}
