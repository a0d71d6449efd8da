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

/** What starting any function but the outbox and the survey pages asks for. */
const LINKS = ["Alliance", "Ledger", "Files", "Outbox", "Definitions", "Installation"] as const;

const task: Grant = {
  alliance: { table: [...READ, ...CHANGE], gsi1: Q, gsi2: Q },
  ledger: { table: READ },
  wakes: true,
  links: LINKS,
};
/** An import writes its rows in batches. */
const imports: Grant = { ...task, alliance: { ...task.alliance, table: [...READ, ...CHANGE, "BatchWriteItem"] } };
/** Entries and roots are only ever added. */
const posts: Grant["ledger"] = { table: [...READ, "PutItem"] };
const counts: Grant["ledger"] = { table: READ, gsi1: Q };

/** Who may what. Nobody may change or take away what the ledger holds. */
export const GRANTS: Record<FunctionName, Grant> = {
  Propose: task,
  Recruit: task,
  Cover: task,
  Execute: task,
  Archive: task,
  Survey: task,
  Award: { ...task, ledger: posts },
  Freeze: { ...task, ledger: counts },
  CountShard: { ...task, ledger: counts },
  Rank: task,
  Committee: task,
  Notice: task,
  Publish: { ...task, links: [...LINKS, "SurveySecret"] },
  Api: {
    ...imports,
    ledger: { ...posts, gsi1: Q },
    files: { quarantine: ["GetObject", "PutObject"], serving: ["GetObject", "PutObject"], list: true },
    links: [...LINKS, "TokenSecret", "SurveySecret", "CheckInSecret"],
  },
  SurveyPages: {
    alliance: { table: ["GetItem", "PutItem"] },
    links: ["Alliance", "SurveySecret", "Installation"],
  },
  Outbox: {
    alliance: task.alliance,
    ledger: { table: READ },
    files: { quarantine: ["GetObject", "DeleteObject"], serving: ["PutObject", "DeleteObject"], list: true },
    executions: ["ActivityLifecycle", "AwardRun"],
    mail: true,
    links: [...LINKS.filter((link) => link !== "Outbox"), "SurveySecret", "ActivityLifecycle", "AwardRun", "Channels"],
  },
  Watchdog: task,
  FinishImports: imports,
  ForgetServed: task,
  LedgerRoot: { ...task, ledger: posts },
  AwardJob: task,
};
