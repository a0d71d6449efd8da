import type { Table } from "@yigong/core/lib/table.ts";
import { dynamoSessions } from "@yigong/core/session/session.store.ts";
import { dynamoStepUps } from "@yigong/core/session/step-up.store.ts";
import type { Handles, Manifest, Retention } from "../manifest/manifest.ts";
import { type ForgetDeps, forgetSessions, KEPT_DAYS } from "./forget-sessions.ts";
import { type SendCodeDeps, sendCode } from "./send-code.ts";

export const session = {
  name: "session",
  stores: (table: Table) => ({ sessions: dynamoSessions(table), stepUps: dynamoStepUps(table) }),
  handlers: (deps: SendCodeDeps): Handles<"session.sendCode"> => ({
    "session.sendCode": (effect, attempt) => sendCode(deps, effect, attempt),
  }),
  retention: (deps: ForgetDeps): Retention[] => [
    { rows: "sessions that are over", keptDays: KEPT_DAYS, forget: forgetSessions(deps) },
  ],
} as const satisfies Manifest;
