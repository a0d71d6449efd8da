import { randomBytes } from "node:crypto";
import { chmodSync, mkdirSync } from "node:fs";
import { join } from "node:path";
import { SFNClient } from "@aws-sdk/client-sfn";
import { documentClient, type Meter, newMeter } from "@yigong/core/lib/table.ts";
import { onError, problem } from "@yigong/functions/api/problem.ts";
import { channelsFromEnv } from "@yigong/functions/channels/channels-from-settings.ts";
import { type App, compose } from "@yigong/functions/composition/compose.ts";
import { DEFAULTS } from "@yigong/functions/lib/default-settings.ts";
import { openIds } from "@yigong/functions/lib/ids.ts";
import { type Engine, openEngine, type TimeOption } from "@yigong/stepfunctions";
import { Hono } from "hono";
import { openWork } from "./background-runner.ts";
import { requireHere } from "./data-directory/moved-marker.ts";
import { openSecrets } from "./data-directory/secrets.ts";
import { deployStateMachine } from "./deploy-state-machine.ts";
import { executionPages } from "./execution-pages.ts";
import { openFiles } from "./files/local-files.ts";
import { openInbox } from "./inbox/inbox.ts";
import { inboxRoutes } from "./inbox/inbox-routes.ts";
import { openObserve } from "./observe.ts";
import { remoteEngine } from "./remote-engine.ts";
import { openScheduler } from "./schedule.ts";
import { openStore } from "./store/store.ts";
import { createTables } from "./store/tables.ts";

const TABLES = { alliance: "Alliance", ledger: "Ledger" };
const UPLOADS_KEPT_MS = 7 * 86_400_000;
const IDENTITY = { region: "us-east-1", credentials: { accessKeyId: "local", secretAccessKey: "local" } };

export interface MachineOptions {
  dataDir: string;
  time: TimeOption;
  /** Where people reach this machine, such as `http://localhost:3000`. */
  origin: () => string;
  env: Record<string, string | undefined>;
  log: (line: string) => void;
}

/** Everything on one machine, wired: store, engine, API, pages, outbox, schedules. */
export interface Machine {
  web: Hono;
  app: App;
  engine: Engine;
  /** ARN of the activity lifecycle. */
  stateMachineArn: string;
  /** What the store has consumed since the start, in DynamoDB's units. */
  meter: Meter;
  secrets: ReturnType<typeof openSecrets>;
  /** The store's process, when it is ours. */
  storePid: () => number | undefined;
  now: () => string;
  /** Resolves when no handler, transition or effect that is due is under way. */
  settle(): Promise<void>;
  /** Virtual time: goes to an instant, doing all that falls due on the way, in order. */
  advanceTo(instant: string): Promise<void>;
  /** Real time: does what is due now. */
  beat(): Promise<void>;
  close(): Promise<void>;
}

/**
 * Opens a machine on a data directory and goes on where it was.
 *
 * With `AWS_ENDPOINT_URL_SFN` it is a second one beside the first, whose engine listens there (at its
 * `YIGONG_STEPFUNCTIONS_PORT`); both share the data directory and the store in `AWS_ENDPOINT_URL_DYNAMODB`.
 * @throws `machine.moved`, `engine.misconfigured`, `store.absent`, `store.changed`, `store.locked`, `store.unreachable`, `store.misconfigured`
 */
export async function openMachine(options: MachineOptions): Promise<Machine> {
  const { dataDir, env, log } = options;
  requireHere(dataDir);
  // Names, numbers and links lie there: nobody else on the machine needs to read them.
  mkdirSync(dataDir, { recursive: true });
  chmodSync(dataDir, 0o700);
  const secrets = openSecrets(dataDir);
  const store = await openStore({ dataDir: join(dataDir, "store"), env, log });
  const meter = newMeter();
  const client = documentClient({ config: store.config, dropAutoToken: store.dropAutoToken, meter });
  await createTables(client, TABLES);

  const opened = Promise.withResolvers<App>();
  const invoke = async (name: string, payload: unknown): Promise<unknown> => {
    const { tasks } = await opened.promise;
    const task = (tasks as Record<string, ((event: unknown) => Promise<unknown>) | undefined>)[name];
    if (!task) throw new Error(`There is no task ${name}.`);
    return task(payload);
  };
  const remote = env.AWS_ENDPOINT_URL_SFN;
  const engine = remote
    ? remoteEngine(remote, options.time)
    : openEngine({ path: join(dataDir, "stepfunctions.sqlite"), time: options.time, invoke });
  const { url } = await engine.listen(Number(env.YIGONG_STEPFUNCTIONS_PORT ?? 0));
  const sfn = new SFNClient({ ...IDENTITY, endpoint: url, disableHostPrefix: true });
  const { arn: stateMachineArn, definition } = await deployStateMachine(sfn, "activity-lifecycle");
  const awards = await deployStateMachine(sfn, "award-run");

  const now = engine.now;
  const inbox = openInbox({ dataDir, now });
  const secret = Buffer.from(secrets.files).toString("hex");
  const local = openFiles({ directory: join(dataDir, "files"), secret, origin: options.origin(), now });
  const observe = openObserve({ env, log, now });
  const report = observe.fault;
  const app = compose({
    table: { client, ...TABLES },
    sfn,
    stateMachineArn,
    definition,
    awardStateMachineArn: awards.arn,
    awardDefinition: awards.definition,
    now,
    newId: openIds(now),
    random: (digits) =>
      randomBytes(Math.ceil(digits / 2))
        .toString("hex")
        .slice(0, digits),
    secrets,
    channels: { ...inbox.channels, ...channelsFromEnv(env) },
    files: local.files,
    settings: DEFAULTS,
    origin: options.origin,
    wake: () => work.wake(),
    observe,
    report,
  });
  // Jobs and the outbox tell themselves what went wrong: they know under which correlation.
  const told = () => undefined;
  // Ages of files are told by the disk, so by the real clock; S3 has a rule for its own, of the same length.
  const sweep = () => local.sweep(new Date(Date.now() - UPLOADS_KEPT_MS));
  const sweepFiles = {
    job: "sweepFiles",
    everySeconds: 86_400,
    run: () => sweep().catch((e: unknown) => report("files", e)),
  };
  const scheduler = openScheduler(app.jobs, told, { own: [sweepFiles] });
  const work = openWork({ engine, outbox: app.outbox, rows: app.useCases.outbox, scheduler, report: told });
  await app.resume();
  opened.resolve(app);

  const web = new Hono();
  web.notFound((c) => problem(c, 404, "route.missing", "There is nothing at this address."));
  web.onError(onError((error, route) => report(`request ${route}`, error)));
  web.route("/", inboxRoutes({ inbox, zone: () => DEFAULTS.zone, now }));
  web.route("/", executionPages({ source: engine, zone: () => DEFAULTS.zone, report }));
  web.route("/", local.routes);
  web.route("/", app.app);
  return {
    web,
    app,
    engine,
    stateMachineArn,
    meter,
    secrets,
    storePid: store.pid,
    now,
    settle: work.settle,
    advanceTo: work.advanceTo,
    beat: work.beat,
    async close() {
      await work.settle();
      await engine.close();
      inbox.close();
      client.destroy();
      await store.stop();
    },
  };
}
