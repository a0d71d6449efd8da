import type { Channels } from "@yigong/application/ports/channels.ts";
import { wallTimeOf } from "@yigong/core/lib/time.ts";
import { Message } from "@yigong/core/message/index.ts";
import type { OutboxRows } from "@yigong/core/outbox/outbox.store.ts";
import { DEFAULTS } from "@yigong/functions/lib/default-settings.ts";
import type { OwnJob } from "../schedule.ts";
import { type Backups, type BackupsOptions, openBackups } from "./backups.ts";
import { sentBefore } from "./restored.ts";
import { openSentJournal, type SentJournal } from "./sent-journal.ts";

export interface MachineBackupsOptions extends Pick<BackupsOptions, "dataDir" | "now" | "env" | "report"> {
  /** Where copies are kept; undefined for a machine that makes none. */
  directory: string | undefined;
  engine: { backup(path: string): Promise<void> };
  /** Whether the engine is another process's, which makes the copies then. */
  isBeside: boolean;
  outbox: () => Pick<OutboxRows, "add">;
  wake: () => void;
}

export interface MachineBackups {
  /** The same channels, which note what they sent for a restore. */
  noted(channels: Channels): Channels;
  /** The same of the office apps that show cards. */
  notedCards: SentJournal["keptCards"];
  backups: Backups | undefined;
  jobs: OwnJob[];
}

const LOOK_SECONDS = 900;

/** Tells administrators, once a day. */
function alarmBy({ outbox, wake, now }: MachineBackupsOptions): BackupsOptions["alarm"] {
  return async ({ directory, lastAt, lastFault }) => {
    const at = now();
    const last = lastAt && wallTimeOf(lastAt, DEFAULTS.zone).slice(0, 16).replace("T", " ");
    const params = {
      directory,
      fault: lastFault ?? "–",
      last: last ?? "无",
      [Message.paramIn("en", "last")]: last ?? "none",
    };
    const cause = at.slice(0, 10);
    const to = { kind: "role", role: "administrator" } as const;
    await outbox().add([Message.tell({ template: "alarm.backupFailed", params, to, cause, dueAt: at })], at);
    wake();
  };
}

/** The copies of a machine and the journal beside them. */
export function openMachineBackups(options: MachineBackupsOptions): MachineBackups {
  const { directory, dataDir, engine, isBeside, now, report, env } = options;
  const journal = openSentJournal({ directory, before: sentBefore(dataDir), now, report });
  const noted = { noted: journal.kept, notedCards: journal.keptCards };
  if (isBeside || directory === undefined) return { ...noted, backups: undefined, jobs: [] };
  const backups = openBackups({
    ...{ dataDir, directory, now, env, report, zone: DEFAULTS.zone },
    engine: engine.backup,
    alarm: alarmBy(options),
  });
  return { ...noted, backups, jobs: [{ job: "backup", everySeconds: LOOK_SECONDS, run: backups.tick }] };
}
