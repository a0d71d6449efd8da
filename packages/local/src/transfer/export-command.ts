import { resolve } from "node:path";
import { parseArgs } from "node:util";
import { openShiftedClock } from "../clock.ts";
import { type Exported, exportMachine } from "./export-machine.ts";
import { counted } from "./report.ts";

const USAGE = `usage: npm run export -- --to <folder> [--secrets] [--final]
  --secrets  连同密钥（secrets.env） / with the secrets, in a file of their own
  --final    导出后停用本机 / close this machine for good once the export is whole`;
const say = (line: string) => process.stdout.write(`${line}\n`);
const log = (line: string) => process.stderr.write(`${line}\n`);

const STATUSES_OVER: readonly string[] = ["done", "cancelled", "withdrawn"];
const openOnes = (statuses: Record<string, number>) =>
  counted(Object.fromEntries(Object.entries(statuses).filter(([status]) => !STATUSES_OVER.includes(status))));

function summary({ manifest, folder, secretsPath }: Exported): void {
  const { alliance, ledger, points, files, leftBehind, final } = manifest;
  say(`已导出 / exported: ${manifest.name} → ${folder}`);
  say(`  条数 items: ${alliance.items} Alliance, ${ledger.items} Ledger   文件 files: ${files.count}`);
  say(`  在办 open: ${openOnes(alliance.activities)}   评优 award runs: ${openOnes(alliance.awardRuns)}`);
  say(
    `  账本 ledger: ${points.accounts} accounts, ${points.entries} entries, ${points.roots} roots, all computed again`,
  );
  say(`  留下 left behind: ${counted(leftBehind)}   收件箱 inbox, 执行历史 histories of executions`);
  say(
    secretsPath
      ? `  密钥 secrets: ${secretsPath}   sst secret load ${secretsPath} --stage <stage>   载入后请删除 / delete it afterwards`
      : "  未含密钥 / without the secrets: 回访链接、证书校验与登录在新装置上将失效 / survey links in people's hands, certificates' seals and sign-ins will not work on the other side. Use --secrets.",
  );
  say(
    final
      ? "  本机已停用 / this machine sends nothing any more. 恢复 / way back: npm start -- --unlock"
      : "  本机仍可启动 / this machine can still be started: 正式迁移请用 --final / use --final for the move itself, or both will send.",
  );
}

async function main(): Promise<number> {
  const options = { to: { type: "string" }, secrets: { type: "boolean" }, final: { type: "boolean" } } as const;
  const { to, secrets = false, final = false } = parseArgs({ options }).values;
  if (!to) {
    log(USAGE);
    return 2;
  }
  const env = { ...process.env };
  // The AWS client would take the value `aws` for an address; the store hands it the right one.
  delete process.env.AWS_ENDPOINT_URL_DYNAMODB;
  const dataDir = resolve(process.env.YIGONG_DATA ?? ".yigong");
  const clock = openShiftedClock(dataDir);
  const now = () => new Date(clock.now()).toISOString();
  summary(await exportMachine({ dataDir, to, secrets, final, env, now, log }));
  return 0;
}

try {
  process.exitCode = await main();
} catch (error) {
  log(error instanceof Error ? error.message : String(error));
  process.exitCode = 1;
}
