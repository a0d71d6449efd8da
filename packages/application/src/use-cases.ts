import type { NewId } from "@yigong/core/lib/id.ts";
import type { Table } from "@yigong/core/lib/table.ts";
import { dayOf } from "@yigong/core/lib/time.ts";
import { importersOf, issuersOf, retentionOf, scorersOf, storesOf, withOffers } from "./manifest/assemble.ts";
import type { Defaults } from "./manifest/manifest.ts";
import { NOUNS } from "./nouns.ts";
import { personalPoints } from "./points/personal-points.ts";
import type { Backups } from "./ports/backups.ts";
import type { Documents } from "./ports/documents.ts";
import type { Files } from "./ports/files.ts";
import type { Wake } from "./ports/wake.ts";

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
  documents: Documents;
  /** The tenant's settings until somebody changes them. */
  settings: Defaults;
  /** Where people reach us, without a slash at the end. */
  origin: () => string;
  wake: Wake;
  /** The copies of one machine; without it the installation's services keep them, or nobody does. */
  backups?: Backups | undefined;
  /** How long a request may wait for the outbox to tell how a test message went; without it, not at all. */
  patienceMs?: number | undefined;
  /** What went wrong and is nobody's refusal. */
  report: (what: string, error: unknown) => void;
}

/** The domain with its ports: what routes, tasks and jobs are made of. */
export function useCases(ports: Ports) {
  const { zone } = ports.settings;
  const stored = { ...ports, ...storesOf(NOUNS, ports.table, ports.settings), zone };
  const issuers = issuersOf(NOUNS, stored);
  const offered = withOffers(NOUNS, { ...stored, issuers, dayOf: (at: string) => dayOf(at, zone) });
  const scorers = scorersOf(NOUNS, offered);
  return {
    ...offered,
    scorers,
    importers: importersOf(NOUNS, offered),
    retention: retentionOf(NOUNS, offered),
    personalPoints: personalPoints({ ...offered, scorers }),
  };
}

export type UseCases = ReturnType<typeof useCases>;
