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
  | "Channels"
  | "Offices"
  | "SignIn";

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
const GET_PUT = ["GetItem", "PutItem"] as const;
const GET_PUT_QUERY = [...GET_PUT, "Query"] as const;
const FIND_PUT = [...GET_PUT, "BatchGetItem"] as const;
const FIND_PUT_QUERY = [...FIND_PUT, "Query"] as const;

/** What starting any function but the outbox and the survey pages asks for. */
const LINKS = ["Alliance", "Ledger", "Files", "Outbox", "Definitions", "Installation"] as const;

/** A function that writes effects, and asks the outbox to send them. */
const telling = (grant: Omit<Grant, "links" | "wakes">): Grant => ({ ...grant, wakes: true, links: LINKS });
const working = (grant: Omit<Grant, "links">): Grant => ({ ...grant, links: LINKS });

/**
 * Who may what: exactly what a year on the deployed functions needs, which `test/infra/lifecycle.test.ts` compares. Tests
 * in one process may do no more either (`test/lib/uses.ts`). Nobody may change or take away what the ledger holds.
 */
export const GRANTS: Record<FunctionName, Grant> = {
  Propose: telling({ alliance: { table: FIND_PUT } }),
  Recruit: telling({ alliance: { table: FIND_PUT_QUERY, gsi1: Q } }),
  Cover: telling({ alliance: { table: [...FIND_PUT_QUERY, "UpdateItem"], gsi1: Q } }),
  // Covers that nobody agreed to are given up, with words for whoever they concern.
  Execute: telling({ alliance: { table: FIND_PUT_QUERY } }),
  // Leave that nobody decided frees a place; who seems absent may have left, or cover somebody's shift.
  Archive: telling({ alliance: { table: [...FIND_PUT_QUERY, "UpdateItem"] } }),
  Survey: telling({ alliance: { table: GET_PUT_QUERY } }),
  Award: telling({ alliance: { table: FIND_PUT_QUERY, gsi1: Q }, ledger: { table: ["PutItem"] } }),

  Freeze: working({ alliance: { table: FIND_PUT_QUERY, gsi1: Q } }),
  CountShard: working({ alliance: { table: GET_PUT }, ledger: { table: Q } }),
  Rank: working({ alliance: { table: GET_PUT }, ledger: { table: Q } }),
  Committee: telling({ alliance: { table: FIND_PUT } }),
  Notice: telling({ alliance: { table: GET_PUT } }),
  // Looks at the accounts of everybody on the roster: points may have come after the freeze.
  Publish: { ...telling({ alliance: { table: FIND_PUT_QUERY, gsi1: Q } }), links: [...LINKS, "SurveySecret"] },

  Api: {
    alliance: {
      table: [...FIND_PUT_QUERY, "UpdateItem", "DeleteItem", "ConditionCheckItem", "BatchWriteItem"],
      gsi1: Q,
      gsi2: Q,
    },
    ledger: { table: GET_PUT_QUERY, gsi1: Q },
    files: { quarantine: ["GetObject", "PutObject"], serving: ["GetObject", "PutObject"], list: true },
    wakes: true,
    links: [...LINKS, "TokenSecret", "SurveySecret", "CheckInSecret", "Offices", "SignIn"],
  },
  SurveyPages: { alliance: { table: GET_PUT }, links: ["Alliance", "SurveySecret", "Installation"] },
  Outbox: {
    alliance: { table: [...FIND_PUT_QUERY, "UpdateItem", "DeleteItem"], gsi1: Q },
    // Posts the points of who taught a class.
    ledger: { table: ["PutItem", "Query"] },
    files: { quarantine: ["GetObject", "DeleteObject"], serving: ["PutObject", "DeleteObject"], list: true },
    executions: ["ActivityLifecycle", "AwardRun"],
    mail: true,
    links: [
      ...LINKS.filter((link) => link !== "Outbox"),
      "SurveySecret",
      "ActivityLifecycle",
      "AwardRun",
      "Channels",
      "Offices",
    ],
  },

  Watchdog: telling({ alliance: { table: FIND_PUT, gsi1: Q } }),
  FinishImports: working({
    alliance: { table: [...FIND_PUT_QUERY, "DeleteItem", "ConditionCheckItem", "BatchWriteItem"], gsi1: Q },
  }),
  ForgetServed: working({ alliance: { table: ["GetItem", "BatchGetItem", "Query", "DeleteItem"], gsi1: Q, gsi2: Q } }),
  // Starts activities, as an organizer does; members are read for the rights of the day.
  ExtendSeries: telling({ alliance: { table: FIND_PUT_QUERY, gsi1: Q } }),
  LedgerRoot: working({
    alliance: { table: ["BatchGetItem", "PutItem", "Query"] },
    ledger: { table: ["PutItem", "Query"] },
  }),
  AwardJob: telling({ alliance: { table: FIND_PUT, gsi1: Q } }),
};
