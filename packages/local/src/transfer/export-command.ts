import { resolve } from "node:path";
import { parseArgs } from "node:util";
import { openShiftedClock } from "../data-directory/shifted-clock.ts";
import { type Exported, exportMachine } from "./export-machine.ts";
import { summaryOf } from "./export-summary.ts";
import { exportTables } from "./export-tables.ts";
import { toldOf } from "./report.ts";
import { linkedName } from "./target.ts";

const USAGE = `usage: npm run export -- --to <folder> [--secrets] [--final]
       npm run export -- --to <folder> --alliance <table> --ledger <table> [--bucket <bucket>]
  --secrets  连同密钥（secrets.env） / with the secrets, in a file of their own
  --final    导出后停用本机 / close this machine for good once the export is whole
  --alliance, --ledger  导出 AWS 上的两张表，只读 / read an installation on AWS, or on AWS_ENDPOINT_URL_DYNAMODB
  --bucket   文件所在的桶，仅作记录 / where its files are; they are not copied, the manifest only says it
  --linked   在 sst shell 中：未给出的名称取自该 stage / under sst shell: names that are not given are the stage's`;
const say = (line: string) => process.stdout.write(`${line}\n`);
const log = (line: string) => process.stderr.write(`${line}\n`);

const OPTIONS = {
  to: { type: "string" },
  secrets: { type: "boolean" },
  final: { type: "boolean" },
  alliance: { type: "string" },
  ledger: { type: "string" },
  bucket: { type: "string" },
  linked: { type: "boolean" },
} as const;

const read = () => parseArgs({ options: OPTIONS }).values;
type Given = ReturnType<typeof read>;

const ofTables = ({ alliance, ledger, bucket, linked }: Given): boolean =>
  Boolean(alliance ?? ledger ?? bucket ?? linked);

/** Secrets are the stage's own, and a stage is stopped by its owner; of two tables both are named. */
const makesSense = (given: Given): boolean =>
  !ofTables(given) || (!given.secrets && !given.final && Boolean(given.linked || (given.alliance && given.ledger)));

type Env = Record<string, string | undefined>;

async function exportThisMachine(to: string, { secrets = false, final = false }: Given, env: Env): Promise<Exported> {
  const dataDir = resolve(env.YIGONG_DATA ?? ".yigong");
  const clock = openShiftedClock(dataDir);
  const now = () => new Date(clock.now()).toISOString();
  return exportMachine({ dataDir, to, secrets, final, env, now, log });
}

async function exportNamed(to: string, { alliance, ledger, linked, ...given }: Given, env: Env): Promise<Exported> {
  const bucket = given.bucket ?? (linked ? linkedName("Files") : undefined);
  return exportTables({ to, alliance, ledger, bucket, env, now: () => new Date().toISOString() });
}

async function main(): Promise<number> {
  const given = read();
  if (!given.to || !makesSense(given)) {
    log(USAGE);
    return 2;
  }
  const env = { ...process.env };
  // The AWS client would take the value `aws` for an address; the store hands it the right one.
  delete process.env.AWS_ENDPOINT_URL_DYNAMODB;
  const chosen = ofTables(given) ? exportNamed : exportThisMachine;
  for (const line of summaryOf(await chosen(given.to, given, env))) say(line);
  return 0;
}

try {
  process.exitCode = await main();
} catch (error) {
  log(toldOf(error));
  process.exitCode = 1;
}
