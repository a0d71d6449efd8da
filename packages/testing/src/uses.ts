import { AsyncLocalStorage } from "node:async_hooks";
import { appendFileSync } from "node:fs";
import type { Files } from "@yigong/application/ports/files.ts";
import type { App } from "@yigong/functions/composition/compose.ts";
import { FUNCTIONS, type FunctionName } from "../../../infra/catalogue.ts";
import { GRANTS } from "../../../infra/grants.ts";
import { JOBS } from "../../../infra/jobs.ts";
import { statementsOf } from "../../../infra/statements.ts";
import { dynamoWishes } from "./iam/dynamodb.ts";
import { Denied, type Guard, openGuard } from "./iam/guard.ts";
import type { Wish } from "./iam/policy.ts";

const TABLES = "arn:aws:dynamodb:us-east-1:000000000000:table/";
const FILES = "arn:aws:s3:::files";
const OUTBOX = "arn:aws:lambda:us-east-1:000000000000:function:Outbox";
const OTHER = "arn:aws:other:us-east-1:000000000000:other";

/** A machine whose parts do only what their functions may do on AWS. */
export interface Uses {
  /** Does something as a function on AWS would. */
  as<Result>(name: FunctionName, run: () => Result): Result;
  /** @throws when anything was denied, also where whoever asked went on without it */
  requireGranted(): void;
}

/** Judges by `infra/grants.ts`; with `YIGONG_USES`, the path of a file, each use is a line there and nothing is denied. */
function judge(tables: { alliance: string; ledger: string }) {
  const guard = guardOf(tables);
  const plain = (text: string) =>
    text
      .replace(TABLES, "")
      .replace(/^.*:::|^.*:function:/, "")
      .replace(tables.alliance, "Alliance")
      .replace(tables.ledger, "Ledger");
  const file = process.env.YIGONG_USES;
  const noted = new Set<string>();
  const note = (name: FunctionName, wishes: readonly Wish[], path: string): void => {
    for (const wish of wishes) {
      const granted = guard.allows(name, wish);
      const line = JSON.stringify({ name, action: wish.action, on: plain(wish.resource), granted });
      if (!noted.has(line)) appendFileSync(path, `${line}\n`);
      noted.add(line);
    }
  };
  const need = (name: FunctionName, wishes: readonly Wish[]): void => {
    if (file !== undefined) note(name, wishes, file);
    const refused =
      file !== undefined
        ? []
        : wishes.filter((wish) => !guard.allows(name, wish)).map((wish) => new Denied(name, wish).message);
    // Under AWS's name for it the client would say that the store is away.
    if (refused.length > 0) throw new Error(refused.join("\n"));
  };
  const denied = () =>
    (Object.keys(FUNCTIONS) as FunctionName[]).flatMap((name) =>
      guard.use(name).denied.map((line) => `${name}: ${line}`),
    );
  return { need, denied: () => (file === undefined ? denied() : []) };
}

function guardOf({ alliance, ledger }: { alliance: string; ledger: string }): Guard {
  const places = {
    ...{ alliance: TABLES + alliance, ledger: TABLES + ledger, files: FILES, outbox: OUTBOX, logs: OTHER },
    ...{ machines: { ActivityLifecycle: OTHER, AwardRun: OTHER }, traces: false },
  };
  const statements = (name: FunctionName) =>
    statementsOf(GRANTS[name], places, (base, part) => base + part, "*").map(({ actions, resources }) => ({
      ...{ Effect: "Allow" as const, Action: actions, Resource: resources },
    }));
  return openGuard(new Map((Object.keys(FUNCTIONS) as FunctionName[]).map((name) => [name, statements(name)])));
}

const object = (action: string, key: string): Wish => ({ action: `s3:${action}`, resource: `${FILES}/${key}` });
/** Without it nobody is told that an object is missing. */
const LIST: Wish = { action: "s3:ListBucket", resource: FILES };
const WAKE: Wish = { action: "lambda:InvokeFunction", resource: OUTBOX };

/** What a link or a form may do is what whoever signed it may do. */
const watchedFiles = (files: Files, need: (...wishes: Wish[]) => void): Files => ({
  async uploadForm(rule) {
    need(object("PutObject", rule.key));
    return files.uploadForm(rule);
  },
  async size(key) {
    need(object("GetObject", key), LIST);
    return files.size(key);
  },
  async read(key) {
    need(object("GetObject", key), LIST);
    return files.read(key);
  },
  async write(key, bytes, contentType) {
    need(object("PutObject", key));
    return files.write(key, bytes, contentType);
  },
  async remove(key) {
    need(object("DeleteObject", key));
    return files.remove(key);
  },
  async servingUrl(key, options) {
    need(object("GetObject", key));
    return files.servingUrl(key, options);
  },
});

/** As the gateway routes it. */
const functionOf = ({ method, url }: Request): FunctionName =>
  /^\/s\/[^/]+$/.test(new URL(url).pathname) && ["GET", "POST"].includes(method) ? "SurveyPages" : "Api";

type Fetch = (request: Request, ...rest: never[]) => Response | Promise<Response>;

/**
 * Lets a machine in one process do only what the functions on AWS that do the same are granted.
 *
 * Whoever asks the store, the files or the outbox for more gets an error that names function, action and resource. What
 * the machine or a test does by itself is nobody's and may be anything.
 * @param web - what requests come to
 */
export function watchUses({ useCases, tasks, jobs, outbox }: Omit<App, "app">, web: object): Uses {
  const current = new AsyncLocalStorage<FunctionName>();
  const { need, denied } = judge(useCases.table);
  const mine = (...wishes: Wish[]) => {
    const name = current.getStore();
    if (name !== undefined) need(name, wishes);
  };
  useCases.table.client.middlewareStack.add(
    (next, { commandName = "" }) =>
      async (args) => {
        const name = current.getStore();
        const operation = commandName.replace(/Command$/, "");
        if (name !== undefined) need(name, dynamoWishes(operation, args.input as Record<string, unknown>, TABLES));
        return next(args);
      },
    { step: "initialize", priority: "high", name: "uses" },
  );
  Object.assign(useCases.files, watchedFiles({ ...useCases.files }, mine));

  const as: Uses["as"] = (name, run) => current.run(name, run);
  for (const [name, task] of Object.entries(tasks))
    Object.assign(tasks, { [name]: (event: unknown) => as(name as FunctionName, () => task(event)) });
  for (const [job, run] of Object.entries(jobs))
    Object.assign(jobs, { [job]: () => as<Promise<unknown>>(JOBS[job as keyof typeof JOBS], run) });
  const { run: send } = outbox;
  outbox.run = (stopAt) => {
    // An effect that wakes the outbox is due while that runs.
    if (current.getStore() !== "Outbox") mine(WAKE);
    return as("Outbox", () => send(stopAt));
  };
  const { fetch } = web as { fetch: Fetch };
  Object.assign(web, {
    fetch: (...[request, ...rest]: Parameters<Fetch>) => as(functionOf(request), () => fetch(request, ...rest)),
  });
  return {
    as,
    requireGranted() {
      const all = denied();
      if (all.length > 0) throw new Error(`infra/grants.ts does not allow\n${all.join("\n")}`);
    },
  };
}
