import type { SFNClient } from "@aws-sdk/client-sfn";
import { listActivities } from "@yigong/application/activity/list-activities.ts";
import { certifying } from "@yigong/application/award/certify-honours.ts";
import { unprintableNames } from "@yigong/application/certificate/find-unprintable-names.ts";
import { issueCertificates } from "@yigong/application/certificate/issue-certificates.ts";
import { matchCovers } from "@yigong/application/cover/match-covers.ts";
import { recomputeCovers } from "@yigong/application/cover/recompute-covers.ts";
import { voidCovers } from "@yigong/application/cover/void-covers.ts";
import { decideStage } from "@yigong/application/lifecycle/decide-stage.ts";
import { membersOf } from "@yigong/application/participation/find-place-audience.ts";
import { takesPart } from "@yigong/application/participation/takes-part.ts";
import type { Channels } from "@yigong/application/ports/channels.ts";
import type { Files } from "@yigong/application/ports/files.ts";
import type { Wake } from "@yigong/application/ports/wake.ts";
import { type Stores, stores } from "@yigong/application/stores.ts";
import { Announcement } from "@yigong/core/announcement/index.ts";
import type { NewId } from "@yigong/core/lib/id.ts";
import { recent } from "@yigong/core/lib/reading.ts";
import type { Table } from "@yigong/core/lib/table.ts";
import { dayOf, plusHours } from "@yigong/core/lib/time.ts";
import { isOver } from "@yigong/core/lifecycle/lifecycle.ts";
import type { Info as Member } from "@yigong/core/member/member.ts";
import type { Settings } from "@yigong/core/organization/organization.ts";
import { documents } from "../documents/documents.ts";
import type { Observe } from "../observe/observe.ts";
import { sealOf } from "./certificate-seal.ts";
import { hmacOf } from "./survey-hmac.ts";

/** What a composition root hands in: everything that is different on AWS and on one machine. */
export interface Ports {
  table: Table;
  /** Changes with the state machine's definition: executions of another one are replaced by the watchdog. */
  definition: string;
  /** The same of the annual award run. */
  awardDefinition: string;
  /** The clock of routes and jobs, ISO-8601 UTC. */
  now: () => string;
  newId: NewId;
  /** Random lower-case hexadecimal digits. */
  random: (digits: number) => string;
  /** Each is read when it is first used: a function on AWS has only those that it needs. */
  secrets: { readonly tokens: Uint8Array; readonly surveys: Uint8Array; readonly checkIns: Uint8Array };
  files: Files;
  /** The tenant's settings until somebody changes them. */
  settings: Omit<Settings, "version">;
  /** Where people reach us, without a slash at the end. */
  origin: () => string;
  wake: Wake;
  observe: Observe;
  /** What went wrong and is nobody's refusal; it goes where `observe.fault` goes. */
  report: (what: string, error: unknown) => void;
}

/** What only the outbox is handed: where effects go. */
export interface Outward {
  sfn: SFNClient;
  /** ARN of the activity lifecycle. */
  stateMachineArn: string;
  /** ARN of the annual award run. */
  awardStateMachineArn: string;
  channels: Channels;
}

/** The domain with its ports: what routes, tasks and jobs are made of. */
export function useCases(ports: Ports) {
  const all = stores(ports.table, ports.settings);
  const { zone } = ports.settings;
  const base = {
    ...ports,
    documents,
    ...all,
    zone,
    settings: all.settings,
    hmac: whenUsed(() => hmacOf(ports.secrets.surveys)),
  };
  const covers = { ...base, coversThisYear: tallied(all, "covers") };
  const issue = issueCertificates({ ...base, seal: whenUsed(() => sealOf(ports.secrets.surveys)) });
  return {
    ...base,
    certificates: {
      ...all.certificates,
      issue,
      unprintable: unprintableNames(base),
    },
    awardDeps: {
      ...base,
      ruleSets: all.ruleSets.adopted,
      certificates: certifying({ certificates: all.certificates, issue }),
      allianceName: async () => (await all.settings.get()).name,
    },
    coverDeps: covers,
    coverWork: {
      coverRound: matchCovers(covers),
      recompute: recomputeCovers(covers),
      voidAll: voidCovers(covers),
    },
    attendancesOf: attendancesOf(all),
    coversThisYear: covers.coversThisYear,
    decideStage: decideStage(base),
    dayOf: (at: string) => dayOf(at, zone),
    nameOf: async (memberId: string) => (await all.members.getMany([memberId], recent))[0]?.name ?? memberId,
    placeAudience: membersOf(base),
    takesPart: takesPart({ ...base, openActivities: openActivities(all, ports.now) }),
    announce: async (activity: Parameters<typeof Announcement.compose>[0], at: string) => {
      await all.announcements.announce(Announcement.compose(activity, { revision: 1, at }));
    },
  };
}

/** A function that is made at its first call. */
function whenUsed<Args extends unknown[], Result>(make: () => (...args: Args) => Result): (...args: Args) => Result {
  let made: ((...args: Args) => Result) | undefined;
  return (...args) => {
    made ??= make();
    return made(...args);
  };
}

export type UseCases = ReturnType<typeof useCases>;

/** What members did in a local year, from the cached balances. */
const tallied =
  ({ ledger }: Stores, what: "covers" | "attendances") =>
  async (members: readonly Member[], year: number): Promise<ReadonlyMap<string, number>> => {
    const balances = await ledger.balances(
      members.map(({ pseudonym }) => pseudonym),
      year,
    );
    return new Map(members.map(({ id, pseudonym }) => [id, balances.get(pseudonym)?.[what] ?? 0]));
  };

const attendancesOf = (all: Stores) => {
  const count = tallied(all, "attendances");
  return async (memberIds: readonly string[], year: number) =>
    count(await all.members.getMany(memberIds, recent), year);
};

const openActivities = (all: Stores, now: () => string) => async (): Promise<string[]> => {
  const span = { from: plusHours(now(), -800 * 24), to: "9999" };
  const ids: string[] = [];
  let cursor: string | undefined;
  do {
    const page = await listActivities(all, span, { limit: 100, cursor });
    ids.push(...page.items.flatMap(([activity, lifecycle]) => (isOver(lifecycle) ? [] : [activity.id as string])));
    cursor = page.cursor;
  } while (cursor);
  return ids;
};
