import { mkdirSync, renameSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { BackupState, Backups as BackupsPort } from "@yigong/application/ports/backups.ts";
import { Refusal } from "@yigong/core/lib/error.ts";
import { Instant, nextTimeOfDay, plusHours } from "@yigong/core/lib/time.ts";
import * as z from "zod";
import { readJsonFile } from "../data-directory/json-file.ts";
import { copiesIn, pruneCopies } from "./copies.ts";
import type { Copy } from "./copy-manifest.ts";
import { type Copying, makeCopy } from "./make-copy.ts";
import { pruneJournal } from "./sent-journal.ts";

/** When a copy falls due each day, by the alliance's clock; a machine that was off then makes it at its next start. */
const DAILY_AT = "02:30";
/** Without a whole copy for so long, people are told. */
const OVERDUE_HOURS = 48;
const AGAIN_HOURS = 1;

const Kept = z.object({ startedAt: Instant, lastFailedAt: Instant.optional(), lastFault: z.string().optional() });
type Kept = z.infer<typeof Kept>;
const WAY_ON = "它只记录备份的结果，删除即可 / It only says how the last backups went. Delete it.";

export interface BackupsOptions extends Omit<Copying, "signal"> {
  zone: string;
  report: (what: string, error: unknown) => void;
  /** Tells people that backups fail. */
  alarm: (state: BackupState) => Promise<void>;
}

/** The copies of one machine, made by the machine itself. */
export interface Backups extends BackupsPort {
  /** Makes a copy of what there is now, after one that is under way. @throws as `makeCopy` */
  run(): Promise<{ copy: Copy; path: string }>;
  /** Begins a copy when one is due, and tells people when there is none. Does not wait for it. */
  tick(): Promise<void>;
  /** Resolves when nothing is under way. */
  idle(): Promise<void>;
  /** Cuts off what is under way. */
  close(): Promise<void>;
}

const faultOf = (error: unknown): string =>
  error instanceof Refusal ? error.code : ((error as NodeJS.ErrnoException | undefined)?.code ?? "fault");

/** A record of failures, which a copy does not have. */
function openRecord(dataDir: string, at: string) {
  const path = join(dataDir, "backups.json");
  let kept: Kept = readJsonFile(path, Kept, WAY_ON) ?? { startedAt: at };
  const write = (next: Kept) => {
    kept = next;
    writeFileSync(`${path}.new`, `${JSON.stringify(next)}\n`, { mode: 0o600 });
    renameSync(`${path}.new`, path);
  };
  mkdirSync(dataDir, { recursive: true });
  write(kept);
  return { get: () => kept, write };
}

export function openBackups(options: BackupsOptions): Backups {
  const { dataDir, directory, now, zone, report, alarm } = options;
  const record = openRecord(dataDir, now());
  const ending = new AbortController();
  let underWay: ReturnType<Backups["run"]> | undefined;

  async function make() {
    try {
      const made = await makeCopy({ ...options, signal: ending.signal });
      record.write({ startedAt: record.get().startedAt });
      const kept = await pruneCopies(directory, zone);
      await pruneJournal(directory, kept.at(-1)?.at ?? made.copy.at);
      return made;
    } catch (error) {
      if (!ending.signal.aborted) record.write({ ...record.get(), lastFailedAt: now(), lastFault: faultOf(error) });
      throw error;
    }
  }
  const run = () => {
    const before = underWay?.catch(() => {});
    const current = (before ? before.then(make) : make()).finally(() => {
      if (underWay === current) underWay = undefined;
    });
    underWay = current;
    return current;
  };

  async function state(): Promise<BackupState> {
    const copies = await copiesIn(directory);
    const { startedAt, lastFailedAt, lastFault } = record.get();
    const lastAt = copies[0]?.at;
    return {
      directory,
      copies: copies.length,
      isUnderWay: underWay !== undefined,
      isOverdue: plusHours(lastAt ?? startedAt, OVERDUE_HOURS) < now(),
      ...(lastAt ? { lastAt } : {}),
      ...(lastFailedAt && lastFault ? { lastFailedAt, lastFault } : {}),
    };
  }

  const isDue = ({ lastAt, lastFailedAt }: BackupState): boolean => {
    if (lastFailedAt && plusHours(lastFailedAt, AGAIN_HOURS) > now()) return false;
    return nextTimeOfDay(lastAt ?? record.get().startedAt, [DAILY_AT], zone) <= now();
  };

  const attempt = async () => {
    try {
      await run();
    } catch (error) {
      if (ending.signal.aborted) return;
      report("backup", error);
      await alarm(await state()).catch((fault: unknown) => report("backup alarm", fault));
    }
  };
  let attempted: Promise<void> | undefined;

  return {
    run,
    state,
    async tick() {
      const found = await state();
      if (found.isOverdue) await alarm(found);
      if (underWay || !isDue(found)) return;
      attempted = attempt();
    },
    idle: async () => {
      await attempted;
      await underWay?.catch(() => {});
    },
    async close() {
      ending.abort();
      await attempted;
      await underWay?.catch(() => {});
    },
  };
}
