import { renameSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import * as z from "zod";
import { readJsonFile } from "../data-directory/json-file.ts";

export const Kind = z.enum(["dynoxide", "dynamodb-local", "endpoint", "aws"]);
export type Kind = z.infer<typeof Kind>;

/** Which DynamoDB has the data of a data directory. */
const Choice = z.object({ kind: Kind, endpoint: z.string().optional() });
export type Choice = z.infer<typeof Choice>;

const Process = z.object({ pid: z.int().positive(), mark: z.string().optional() });

/** The processes of a running store, and its endpoint. Field names are those of files that earlier versions wrote. */
const Run = z.object({
  /** Pid of the process that opened the store. */
  owner: z.int(),
  /** The guard process. */
  keeper: Process.optional(),
  /** The store itself. */
  child: Process.optional(),
  endpoint: z.string().optional(),
  /** Access key id that the endpoint asks for. */
  key: z.string().optional(),
});
export type Run = z.infer<typeof Run>;

const WAY_ON = "请从备份恢复整个数据目录 / Put the whole data directory back from a backup.";
const RUN_WAY_ON =
  "它只记录正在运行的存储。确认没有服务在运行后，删除即可 / It only says which store is running. Make sure that no server runs, then delete it.";

const choiceIn = (dataDir: string) => join(dataDir, "store.json");
const runIn = (dataDir: string) => join(dataDir, "store.run.json");

export const readChoice = (dataDir: string): Choice | undefined => readJsonFile(choiceIn(dataDir), Choice, WAY_ON);
export const writeChoice = (dataDir: string, choice: Choice): void => write(choiceIn(dataDir), choice);
export const readRun = (dataDir: string): Run | undefined => readJsonFile(runIn(dataDir), Run, RUN_WAY_ON);
export const writeRun = (dataDir: string, run: Run): void => write(runIn(dataDir), run);
export const forgetRun = (dataDir: string): void => rmSync(runIn(dataDir), { force: true });

/** Atomic: a crash leaves the old record. */
function write(path: string, record: object): void {
  writeFileSync(`${path}.new`, `${JSON.stringify(record)}\n`, { mode: 0o600, flush: true });
  renameSync(`${path}.new`, path);
}
