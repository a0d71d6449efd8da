import { request } from "node:http";
import { resolve } from "node:path";
import { Refusal } from "@yigong/core/lib/error.ts";
import { DEFAULTS } from "@yigong/functions/lib/default-settings.ts";
import * as z from "zod";
import { requireData } from "../data-directory/has-data.ts";
import { readSecrets } from "../data-directory/secrets.ts";
import { openShiftedClock } from "../data-directory/shifted-clock.ts";
import { serverAddress } from "../server-address.ts";
import { readSettings } from "../settings.ts";
import { lockDataDirectory } from "../transfer/exclusive-lock.ts";
import { counted, errorText } from "../transfer/report.ts";
import { commandKey } from "./command-key.ts";
import { pruneCopies } from "./copies.ts";
import { Copy } from "./copy-manifest.ts";
import { makeCopy } from "./make-copy.ts";

const say = (line: string) => process.stdout.write(`${line}\n`);
const log = (line: string) => process.stderr.write(`${line}\n`);
type Env = Record<string, string | undefined>;

const Made = z.object({ path: z.string(), copy: Copy.omit({ sums: true }) });
type Made = z.infer<typeof Made>;
const Problem = z.object({ code: z.string(), detail: z.string() });

/** Without a time limit, since a large copy takes minutes. @returns undefined when nobody answers */
function ask(url: string, key: string): Promise<{ status: number; body: string } | undefined> {
  return new Promise((answered, failed) => {
    const asking = request(url, { method: "POST", agent: false, headers: { authorization: `Bearer ${key}` } });
    asking.on("error", (error: NodeJS.ErrnoException) =>
      error.code === "ECONNREFUSED" ? answered(undefined) : failed(error),
    );
    asking.on("response", (response) => {
      let body = "";
      response.setEncoding("utf8").on("data", (part: string) => {
        body += part;
      });
      response.on("end", () => answered({ status: response.statusCode ?? 0, body }));
    });
    asking.end();
  });
}

const jsonOf = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
};

/** The copy of the server that has the data open; undefined when it is another's, or there is none. */
async function byServer(dataDir: string, env: Env): Promise<Made | undefined> {
  const answer = await ask(`${serverAddress(env)}/machine/backup`, commandKey(readSecrets(dataDir)));
  if (!answer) return undefined;
  const made = Made.safeParse(jsonOf(answer.body));
  if (answer.status === 200 && made.success) return made.data;
  const told = Problem.safeParse(jsonOf(answer.body));
  if (told.success && /^(backup|transfer)\./.test(told.data.code) && told.data.code !== "backup.foreign")
    throw new Refusal("unavailable", told.data.code, told.data.detail);
  return undefined;
}

/** Without a server, under its locks, so that none is started meanwhile. */
async function byItself(dataDir: string, directory: string, env: Env): Promise<Made> {
  const lock = lockDataDirectory(dataDir);
  try {
    const clock = openShiftedClock(dataDir);
    const now = () => new Date(clock.now()).toISOString();
    const signal = new AbortController().signal;
    const made = await makeCopy({ dataDir, directory, engine: lock.backup, now, env, signal });
    await pruneCopies(directory, DEFAULTS.zone);
    return made;
  } finally {
    lock.release();
  }
}

async function main(): Promise<void> {
  const env = { ...process.env };
  // The AWS client would take the value `aws` as a URL.
  delete process.env.AWS_ENDPOINT_URL_DYNAMODB;
  const dataDir = resolve(env.YIGONG_DATA ?? ".yigong");
  requireData(dataDir);
  const directory = readSettings(env).backupsOf(dataDir) ?? resolve(`${dataDir}.backups`);
  const { path, copy } = (await byServer(dataDir, env)) ?? (await byItself(dataDir, directory, env));
  say(`已备份 / backed up: ${copy.name}  ${copy.at} → ${path}`);
  say(
    `  条数 items: ${copy.alliance.items} Alliance, ${copy.ledger.items} Ledger   活动 activities: ${counted(copy.alliance.activities)}`,
  );
  say(`  账本 ledger: ${copy.points.accounts} accounts, ${copy.points.entries} entries, all computed again`);
  say(
    `  恢复 / restore it: npm run restore -- --from ${path} --to <empty folder>   含密钥，请妥善保管 / It has the secrets: keep it to yourself.`,
  );
}

try {
  await main();
} catch (error) {
  const isOpen = error instanceof Refusal && error.code === "transfer.in_use";
  log(
    isOpen
      ? "服务正在运行，但在此地址没有应答：请用与服务相同的 PORT、HOST 与 YIGONG_BACKUPS 运行 / The server runs, but does not answer there: run this with the server's own PORT, HOST and YIGONG_BACKUPS."
      : errorText(error),
  );
  process.exitCode = 1;
}
