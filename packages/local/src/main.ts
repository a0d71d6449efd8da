import { resolve } from "node:path";
import { codeOf } from "@yigong/functions/observe/describe-error.ts";
import { Hono } from "hono";
import { unlockMoved } from "./data-directory/moved-marker.ts";
import { openShiftedClock, spanOf } from "./data-directory/shifted-clock.ts";
import { openMachine } from "./machine.ts";
import { listen } from "./server.ts";

const BEAT_MS = 1_000;
/** Whatever does not end by itself is left to the next start after this long: rows and executions survive a kill. */
const STOP_MS = 4_500;
const development = process.argv.includes("--development");
const dataDir = resolve(process.env.YIGONG_DATA ?? ".yigong");
const log = (line: string) => process.stderr.write(`${line}\n`);

/** In development the clock can be advanced: `npm run clock -- advance 7d`. */
const clockRoutes = (clock: ReturnType<typeof openShiftedClock>, moved: () => Promise<void>) =>
  new Hono().post("/development/clock", async (c) => {
    const span = spanOf(c.req.query("advance") ?? "");
    if (span === undefined) return c.json({ code: "clock.span_invalid" }, 400);
    clock.advance(span);
    await moved();
    return c.json({ now: new Date(clock.now()).toISOString() });
  });

async function start() {
  const env = { ...process.env };
  // The AWS client would take the value `aws` as a URL; the store gives it the right endpoint.
  delete process.env.AWS_ENDPOINT_URL_DYNAMODB;
  // The move to AWS was given up: this machine becomes the active one again.
  if (process.argv.includes("--unlock")) unlockMoved(dataDir);
  const listening = await listen(Number(process.env.PORT ?? 3000), process.env.HOST ?? "127.0.0.1");
  const origin = process.env.YIGONG_ORIGIN ?? `http://localhost:${listening.port}`;
  const clock = openShiftedClock(dataDir);
  const machine = await openMachine({
    dataDir,
    time: { kind: "real", now: clock.now },
    origin: () => origin,
    env,
    log,
  });
  const web = development
    ? new Hono().route("/", clockRoutes(clock, machine.beat)).route("/", machine.web)
    : machine.web;
  listening.serve((request) => web.fetch(request));
  let beating = machine.beat();
  const timer = setInterval(() => {
    beating = beating.then(machine.beat).catch((error: unknown) => void log(`beat: ${codeOf(error)}`));
  }, BEAT_MS);

  let stopping = false;
  const stop = async () => {
    if (stopping) return;
    stopping = true;
    clearInterval(timer);
    setTimeout(() => process.exit(0), STOP_MS).unref();
    await listening.close();
    await beating;
    await machine.close();
    process.exit(0);
  };
  process.on("SIGINT", () => void stop());
  process.on("SIGTERM", () => void stop());
  log(
    `义工联盟 Yigong: ${origin}  API ${origin}/api/docs  inbox ${origin}/inbox  executions ${origin}/executions  data ${dataDir}`,
  );
}

try {
  await start();
} catch (error) {
  log(error instanceof Error ? error.message : String(error));
  process.exit(1);
}
