import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { SFNClient } from "@aws-sdk/client-sfn";
import type { Channels } from "@yigong/application/ports/channels.ts";
import { localClient } from "@yigong/core/lib/direct-client.ts";
import { recent } from "@yigong/core/lib/reading.ts";
import { type Meter, newMeter } from "@yigong/core/lib/table.ts";
import { onError, problem } from "@yigong/functions/api/problem.ts";
import { type CardsDeps, cardsFromEnv } from "@yigong/functions/cards/cards-from-settings.ts";
import { channelSetupFromEnv, channelsFromEnv } from "@yigong/functions/channels/channels-from-settings.ts";
import { type App, compose } from "@yigong/functions/composition/compose.ts";
import { readerOf } from "@yigong/functions/composition/reader.ts";
import { DEFAULTS } from "@yigong/functions/lib/default-settings.ts";
import { edgeRefusal } from "@yigong/functions/lib/edge.refusals.ts";
import { openIds } from "@yigong/functions/lib/ids.ts";
import { randomDigits } from "@yigong/functions/lib/random-digits.ts";
import { webFilesIn } from "@yigong/functions/lib/web-files.ts";
import { frontPages } from "@yigong/functions/pages/front.tsx";
import { webPages } from "@yigong/functions/pages/web.ts";
import { signInFromEnv } from "@yigong/functions/sign-in/ways-from-settings.ts";
import { type Engine, openEngine, type TimeOption } from "@yigong/stepfunctions";
import { Hono } from "hono";
import { openBackgroundRunner } from "./background-runner.ts";
import type { Backups } from "./backup/backups.ts";
import { openMachineBackups } from "./backup/machine-backups.ts";
import { requireRestored } from "./backup/restored.ts";
import { makeDataDirectory } from "./data-directory/make-data-directory.ts";
import { requireNotMoved } from "./data-directory/moved-marker.ts";
import { openSecrets } from "./data-directory/secrets.ts";
import { openSoundFiles } from "./data-directory/sound-files.ts";
import { deployStateMachine } from "./deploy-state-machine.ts";
import { executionPages } from "./execution-pages.ts";
import { openFiles } from "./files/local-files.ts";
import { type Inbox, openInbox } from "./inbox/inbox.ts";
import { inboxRoutes } from "./inbox/inbox-routes.ts";
import { openObserve } from "./observe.ts";
import { isEngineUp, remoteEngine } from "./remote-engine.ts";
import { openScheduler } from "./schedule.ts";
import { type LocalStore, openStore } from "./store/store.ts";
import { createTables, TABLE_NAMES } from "./store/tables.ts";
import { openTrial } from "./trial/open-trial.ts";
import { signInPort } from "./trial/sign-in-port.ts";
import { backupRoutes } from "./web/backup-routes.ts";
import { healthRoutes } from "./web/health-routes.ts";

/** A gateway answers a test message within this, or the answer says that it is on its way. */
const CHANNEL_TEST_MS = 4_000;
const UPLOADS_KEPT_MS = 7 * 86_400_000;
/** Where `npm run build:web` puts the apps. */
const BUILT = fileURLToPath(new URL("../../web/dist/", import.meta.url));
const IDENTITY = { region: "us-east-1", credentials: { accessKeyId: "local", secretAccessKey: "local" } };

/** A company's own channels; the inbox takes what none of them can deliver. */
export const channelsBeside = (
  { channels: { board, ...standIn } }: Pick<Inbox, "channels">,
  own: Channels,
): Channels => ({
  board,
  ...own,
  standIn,
});

export interface MachineOptions {
  dataDir: string;
  time: TimeOption;
  /** Public origin of this machine, such as `http://localhost:3000`. */
  origin: () => string;
  env: Record<string, string | undefined>;
  log: (line: string) => void;
  /** Whether anybody who reaches this machine may sign in as anybody, for trying out: never where others reach it. */
  trial?: boolean;
  /** Where copies of this machine are kept; without it none are made. */
  backups?: string | undefined;
  /** Addresses of the office apps that show cards, other ones in tests only. */
  officeBases?: CardsDeps["bases"] | undefined;
  /** Whether messages keep quiet hours until somebody says otherwise; whoever tries things out wants them at once. */
  quietHours?: boolean;
}

/** All parts of an installation in one process: store, engine, API, pages, outbox, schedules. */
export interface Machine {
  web: Hono;
  app: App;
  engine: Engine;
  /** ARN of the activity lifecycle. */
  stateMachineArn: string;
  /** Read and write units consumed since the start. */
  meter: Meter;
  secrets: ReturnType<typeof openSecrets>;
  backups: Backups | undefined;
  /** Pid of the store, if this process has started it. */
  storePid: () => number | undefined;
  now: () => string;
  /** Logs what is a bug. */
  report: (what: string, error: unknown) => void;
  /** Resolves when no handler, transition or due effect is in progress. */
  settle(): Promise<void>;
  /** Virtual time: advances to an instant and runs everything due on the way, in order. */
  advanceTo(instant: string): Promise<void>;
  /** Real time: runs what is due. */
  beat(): Promise<void>;
  close(): Promise<void>;
}

async function stopUnless({ stop }: Pick<LocalStore, "stop">, check: () => void): Promise<void> {
  try {
    check();
  } catch (error) {
    await stop();
    throw error;
  }
}

/**
 * Opens a machine on a data directory and resumes what was in progress.
 *
 * With `AWS_ENDPOINT_URL_SFN` it is a second process on the same data directory: it uses the engine of the first, which
 * listens there (at its `YIGONG_STEPFUNCTIONS_PORT`), and the store in `AWS_ENDPOINT_URL_DYNAMODB`.
 * @throws `data.unwritable`, `data.unreadable`, `data.damaged`, `data.missing`, `secrets.missing`
 * @throws `machine.moved`, `restore.unfinished`, `engine.misconfigured`, `store.absent`, `store.changed`, `store.locked`, `store.unreachable`, `store.misconfigured`
 */
export async function openMachine(options: MachineOptions): Promise<Machine> {
  const { dataDir, env, log } = options;
  requireNotMoved(dataDir);
  requireRestored(dataDir);
  makeDataDirectory(dataDir);
  const secrets = openSecrets(dataDir);
  const remote = env.AWS_ENDPOINT_URL_SFN;
  const store = await openStore({ dataDir: join(dataDir, "store"), env, log });
  // With an engine elsewhere, these files are open in its process.
  if (!remote) await stopUnless(store, () => openSoundFiles(dataDir));
  const meter = newMeter();
  const client = localClient({ config: store.config, dropAutoToken: store.dropAutoToken, meter });
  await createTables(client, TABLE_NAMES);

  const composed = Promise.withResolvers<App>();
  const invoke = async (name: string, payload: unknown): Promise<unknown> => {
    const { tasks } = await composed.promise;
    const task = (tasks as Record<string, ((event: unknown) => Promise<unknown>) | undefined>)[name];
    if (!task) throw new Error(`There is no task ${name}.`);
    return task(payload);
  };
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
  const localFiles = openFiles({ directory: join(dataDir, "files"), secret, origin: options.origin(), now });
  const observe = openObserve({ env, log, now });
  const report = observe.fault;
  const copies = openMachineBackups({
    ...{ directory: options.backups, dataDir, engine, env, now, report, isBeside: remote !== undefined },
    outbox: () => app.useCases.outbox,
    wake: () => background.wake(),
  });
  const channels = channelsBeside(inbox, copies.noted(channelsFromEnv(env)));
  const outside = { fetch, now: () => Date.parse(now()) };
  const setup = signInFromEnv(env, outside);
  const cards = cardsFromEnv(env, { ...outside, origin: options.origin, bases: options.officeBases });
  const trial = options.trial ? openTrial({ w: () => app.useCases, origin: options.origin, now }) : undefined;
  const app: App = compose({
    table: { client, ...TABLE_NAMES },
    sfn,
    stateMachineArn,
    definition,
    awardStateMachineArn: awards.arn,
    awardDefinition: awards.definition,
    now,
    newId: openIds(now),
    random: randomDigits,
    secrets,
    ...{ channels, channelSetup: channelSetupFromEnv(env) },
    patienceMs: CHANNEL_TEST_MS,
    ...(trial && { codeChannels: channels }),
    signIn: signInPort(setup, { channels, trial }),
    cards: { ...cards, apps: copies.notedCards(cards.apps) },
    files: localFiles.files,
    settings: { ...DEFAULTS, quietHours: options.quietHours ?? false },
    origin: options.origin,
    wake: () => background.wake(),
    backups: copies.backups,
    observe,
    report,
  });
  // Jobs and the outbox have reported their errors already, with the correlation id.
  const ignoreReported = () => undefined;
  // By the real clock, since ages of files are those of the disk. On S3 a lifecycle rule of the same length does this.
  const sweep = () => localFiles.sweep(new Date(Date.now() - UPLOADS_KEPT_MS));
  const sweepFiles = {
    job: "sweepFiles",
    everySeconds: 86_400,
    run: () => sweep().catch((e: unknown) => report("files", e)),
  };
  // The sweep is a wake here: timers and the other jobs do not wait for a gateway.
  const jobs = { ...app.jobs, sweepOutbox: async () => background.wake() };
  const scheduler = openScheduler(jobs, ignoreReported, { own: [sweepFiles, ...copies.jobs] });
  const background = openBackgroundRunner({
    engine,
    outbox: app.outbox,
    rows: app.useCases.outbox,
    scheduler,
    report: ignoreReported,
  });
  await app.resume();
  // Nobody waits for it: who asks meanwhile joins in.
  void app.warm();
  composed.resolve(app);

  const web = new Hono();
  web.notFound((c) => problem(c, edgeRefusal("route.missing")));
  web.onError(onError((error, route) => report(`request ${route}`, error), readerOf(app.useCases)));
  web.route("/", healthRoutes({ store: store.isUp, engine: () => isEngineUp(engine, remote) }));
  web.route("/", frontPages({ settings: () => app.useCases.settings.get(recent), oneMachine: true }));
  web.route("/", webPages({ webFile: webFilesIn(BUILT) }));
  web.route("/", inboxRoutes({ inbox, zone: () => DEFAULTS.zone, now }));
  web.route("/", executionPages({ source: engine, zone: () => DEFAULTS.zone, report }));
  web.route("/", localFiles.routes);
  if (copies.backups) web.route("/", backupRoutes(copies.backups, secrets));
  if (trial) web.route("/", trial.issuer);
  web.route("/", app.app);
  return {
    web,
    app,
    engine,
    stateMachineArn,
    meter,
    secrets,
    backups: copies.backups,
    storePid: store.pid,
    now,
    report,
    settle: background.settle,
    advanceTo: background.advanceTo,
    beat: background.beat,
    async close() {
      await background.stop();
      await copies.backups?.close();
      await engine.close();
      inbox.close();
      client.destroy();
      await store.stop();
    },
  };
}
