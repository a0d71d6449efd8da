import { randomUUID } from "node:crypto";
import { resolve } from "node:path";
import { parseArgs } from "node:util";
import { wait } from "@yigong/core/lib/retry.ts";
import { importFolder } from "./import.ts";
import { readManifest } from "./manifest.ts";
import { errorText, isSame, lineOfCheck, type Report } from "./report.ts";
import { openTarget } from "./target.ts";

const USAGE = `usage: npm run import -- --from <folder> [--alliance <table> --ledger <table>] [--bucket <bucket>] [--resume]
  --resume         继续被中断的导入 / go on with an import that was killed
  --create-tables  仅用于演练 / for a rehearsal on AWS_ENDPOINT_URL_DYNAMODB
  在 sst shell 中可省略表与桶的名称 / under sst shell the names are those of the stage`;
const say = (line: string) => process.stdout.write(`${line}\n`);
const log = (line: string) => process.stderr.write(`${line}\n`);

const OPTIONS = {
  from: { type: "string" },
  alliance: { type: "string" },
  ledger: { type: "string" },
  bucket: { type: "string" },
  resume: { type: "boolean" },
  "create-tables": { type: "boolean" },
} as const;

function warn(from: string): void {
  const { manifest } = readManifest(from);
  const { source } = manifest;
  if (source.kind === "tables") {
    log(
      "注意 / note: 此导出来自两张表，原装置若仍在运行，双方都会发送 / this export was read from tables: if their installation runs on, both send. 演练时勿配置通道 / In a drill leave mail and channels unset.",
    );
    log(
      `注意 / note: 不含文件，请复制存储桶 / files are not part of it, copy the bucket: aws s3 sync s3://${source.bucket ?? "<bucket>"} s3://<new bucket>`,
    );
  } else if (!manifest.final)
    log(
      "注意 / note: 此导出未停用原机 / this export did not close the machine it came from (--final): if that one runs on, both send.",
    );
  if (manifest.at > new Date().toISOString())
    log(`注意 / note: 原机的时钟快于现在 / the clock of the machine it came from was ahead (${manifest.at}).`);
}

function tell({ done, checks }: Report): number {
  for (const check of checks) say(lineOfCheck(check));
  if (checks.length === 0) say("此导入早已完成 / This import was finished before.");
  else if (done) say("导入完成，全部一致 / Imported; everything is the same.");
  else say(`${checks.filter((check) => !isSame(check)).length} 处不一致 / differences. 见上 / See above.`);
  return done ? 0 : 1;
}

async function main(): Promise<number> {
  const { from: given, alliance, ledger, bucket, ...flags } = parseArgs({ options: OPTIONS }).values;
  if (!given) {
    log(USAGE);
    return 2;
  }
  const from = resolve(given);
  warn(from);
  const env = { ...process.env };
  // The AWS client would take the value `aws` as a URL.
  delete process.env.AWS_ENDPOINT_URL_DYNAMODB;
  const create = flags["create-tables"] ?? false;
  const { close, ...target } = await openTarget({ alliance, ledger, bucket, createTables: create, env });
  const now = () => new Date().toISOString();
  const resume = flags.resume ?? false;
  try {
    return tell(await importFolder({ from, ...target, resume, now, owner: randomUUID(), pause: wait, log }));
  } finally {
    close();
  }
}

try {
  process.exitCode = await main();
} catch (error) {
  log(errorText(error));
  process.exitCode = 1;
}
