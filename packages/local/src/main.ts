import { resolve } from "node:path";
import { codeOf } from "@yigong/functions/observe/describe-error.ts";
import { makeDataDirectory } from "./data-directory/make-data-directory.ts";
import { unlockMoved } from "./data-directory/moved-marker.ts";
import { renewSecrets } from "./data-directory/secrets.ts";
import { openShiftedClock } from "./data-directory/shifted-clock.ts";
import { openMachine } from "./machine.ts";
import { listen } from "./server.ts";
import { readSettings } from "./settings.ts";
import { isExposed } from "./web/known-host.ts";
import { openSite } from "./web/site.ts";

const BEAT_MS = 1_000;
/** Whatever does not end by itself is left to the next start after this long: rows and executions survive a kill. */
const STOP_MS = 4_500;
const development = process.argv.includes("--development");
const dataDir = resolve(process.env.YIGONG_DATA ?? ".yigong");
/** Said at each start. */
const EXPOSED = `注意：本服务可从其他机器访问，传输未加密时请置于 HTTPS 反向代理之后：未加密时浏览器无法登录
Warning: other machines can reach this server. Without TLS, put it behind an HTTPS reverse proxy: browsers cannot sign in without.`;
const TRIAL = `试用：在登录页可选名册中的任何人登录，不核对身份；仅限本机。设置 YIGONG_TRY=no 可关闭
Trying out: on the sign-in page anybody on the roster can be chosen, and nobody is checked; on this machine only. YIGONG_TRY=no turns it off.`;
const log = (line: string) => process.stderr.write(`${line}\n`);

async function start() {
  const env = { ...process.env };
  // The AWS client would take the value `aws` as a URL; the store gives it the right endpoint.
  delete process.env.AWS_ENDPOINT_URL_DYNAMODB;
  const { port, hostname, trial, backupsOf, ...settings } = readSettings(process.env);
  makeDataDirectory(dataDir);
  // The move to AWS was given up: this machine becomes the active one again.
  if (process.argv.includes("--unlock")) unlockMoved(dataDir);
  if (process.argv.includes("--new-secrets") && renewSecrets(dataDir, new Date().toISOString()))
    log("已换用新密钥 / New secrets are in use.");
  const listening = await listen(port, hostname);
  const origin = settings.origin ?? `http://localhost:${listening.port}`;
  const clock = openShiftedClock(dataDir);
  const machine = await openMachine({
    dataDir,
    time: { kind: "real", now: clock.now },
    origin: () => origin,
    env,
    log,
    trial,
    backups: backupsOf(dataDir),
    quietHours: !trial,
  });
  const web = openSite({ machine, hostname, origin, clock: development ? clock : undefined });
  listening.serve((request, env) => web.fetch(request, env));
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
  if (isExposed(hostname, origin)) log(EXPOSED);
  log(
    `义工联盟 Yigong: ${origin}  API ${origin}/api/docs  inbox ${origin}/inbox  executions ${origin}/executions  data ${dataDir}`,
  );
  if (trial) log(TRIAL);
  log(`登录 Sign in: ${origin}/sign-in`);
}

try {
  await start();
} catch (error) {
  log(error instanceof Error ? error.message : String(error));
  process.exit(1);
}
