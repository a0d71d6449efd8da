import type { FunctionName, MachineName } from "./catalogue.ts";

/** What a transaction needs is told by its parts: `PutItem`, `UpdateItem`, `DeleteItem`, `ConditionCheckItem`. */
export type TableAction =
  | "GetItem"
  | "BatchGetItem"
  | "Query"
  | "PutItem"
  | "UpdateItem"
  | "DeleteItem"
  | "ConditionCheckItem"
  | "BatchWriteItem";
/** The ledger only grows. */
export type LedgerAction = Exclude<TableAction, "UpdateItem" | "DeleteItem" | "BatchWriteItem">;
export type ObjectAction = "GetObject" | "PutObject" | "DeleteObject";

export type Link =
  | "Alliance"
  | "Ledger"
  | "Files"
  | "Outbox"
  | MachineName
  | "Definitions"
  | "Installation"
  | "TokenSecret"
  | "SurveySecret"
  | "CheckInSecret"
  | "Channels";

/** All that one function may do, and what it is told. */
export interface Grant {
  alliance?: { table?: readonly TableAction[]; gsi1?: readonly ["Query"]; gsi2?: readonly ["Query"] };
  ledger?: { table?: readonly LedgerAction[]; gsi1?: readonly ["Query"] };
  /** By prefix; `list` tells a missing object from a forbidden one. */
  files?: { quarantine?: readonly ObjectAction[]; serving?: readonly ObjectAction[]; list?: true };
  /** May ask the outbox to run, without waiting. */
  wakes?: true;
  /** May start executions of these, and answer the tasks of all: an answer has no resource of its own. */
  executions?: readonly MachineName[];
  /** May send mail by SES from the installation's address. */
  mail?: true;
  links: readonly Link[];
}

const Q = ["Query"] as const;
const READ = ["GetItem", "BatchGetItem", "Query"] as const;
const CHANGE = ["PutItem", "UpdateItem", "DeleteItem", "ConditionCheckItem"] as const;

const TASK_LINKS = ["Alliance", "Ledger", "Files", "Outbox", "Definitions", "Installation", "SurveySecret"] as const;
const ALL_LINKS = [...TASK_LINKS, "TokenSecret", "CheckInSecret"] as const;

const task: Grant = {
  alliance: { table: [...READ, ...CHANGE], gsi1: Q, gsi2: Q },
  ledger: { table: READ },
  wakes: true,
  links: ALL_LINKS,
};
const job = task;
const posts = { ledger: { table: [...READ, "PutItem", "ConditionCheckItem"], gsi1: Q } } as const;

/** Who may what. Nobody may change or take away what the ledger holds. */
export const GRANTS: Record<FunctionName, Grant> = {
  Propose: task,
  Recruit: task,
  Cover: task,
  Execute: task,
  Archive: task,
  Survey: task,
  Award: { ...task, ...posts },
  Freeze: { ...task, alliance: { ...task.alliance, table: [...READ, ...CHANGE, "BatchWriteItem"] }, ...posts },
  CountShard: { ...task, alliance: { ...task.alliance, table: [...READ, ...CHANGE, "BatchWriteItem"] } },
  Rank: { ...task, alliance: { ...task.alliance, table: [...READ, ...CHANGE, "BatchWriteItem"] } },
  Committee: task,
  Notice: task,
  Publish: { ...task, files: { serving: ["GetObject", "PutObject"], list: true } },
  Api: {
    ...task,
    ...posts,
    alliance: { ...task.alliance, table: [...READ, ...CHANGE, "BatchWriteItem"] },
    files: { quarantine: ["GetObject", "PutObject"], serving: ["GetObject"], list: true },
  },
  SurveyPages: {
    alliance: { table: ["GetItem", "PutItem"] },
    links: ["Alliance", "SurveySecret", "Installation"],
  },
  Outbox: {
    ...task,
    wakes: undefined as never,
    files: { quarantine: ["GetObject", "DeleteObject"], serving: ["GetObject", "PutObject"], list: true },
    executions: ["ActivityLifecycle", "AwardRun"],
    mail: true,
    links: [...ALL_LINKS.filter((link) => link !== "Outbox"), "ActivityLifecycle", "AwardRun", "Channels"],
  },
  Watchdog: job,
  FinishImports: { ...job, alliance: { ...task.alliance, table: [...READ, ...CHANGE, "BatchWriteItem"] } },
  ForgetServed: job,
  LedgerRoot: { ...job, ...posts },
  AwardJob: job,
};
