import type * as Attendance from "@yigong/core/attendance/attendance.ts";
import type { Info as BackEntry } from "@yigong/core/attendance/back-entry.ts";
import type { Outcome } from "@yigong/core/attendance/phone-entry.ts";
import type { Refusal } from "@yigong/core/lib/error.ts";
import type { By } from "@yigong/core/permission/actor.ts";
import type { Callable } from "./find-callable.ts";
import type { SessionInActivity } from "./find-session.ts";

/** What became of one entry, with what stands there now. */
export interface Synced {
  key: string;
  memberId: string;
  outcome: Outcome;
  /** What stands, whoever wrote it. */
  row?: Attendance.Info | undefined;
  /** What a second person approves. */
  backEntry?: BackEntry;
  refusal?: Refusal;
}

/** What entries of one roll-call are put down by. */
export interface Syncing {
  found: SessionInActivity;
  may: Callable;
  by: By;
  /** How the leader is called, for the message to somebody absent. */
  name: string;
  /** When the entries came in, ISO-8601 UTC. */
  at: string;
}
