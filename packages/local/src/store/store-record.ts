import { readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import * as z from "zod";

export const Kind = z.enum(["dynoxide", "dynamodb-local", "endpoint", "aws"]);
export type Kind = z.infer<typeof Kind>;

/** Which DynamoDB holds what belongs to a data directory. */
const Choice = z.object({ kind: Kind, endpoint: z.string().optional() });
export type Choice = z.infer<typeof Choice>;

const Process = z.object({ pid: z.int().positive(), mark: z.string().optional() });

/** Who runs the store of a data directory: our process, the keeper, the store itself; and where it answers. */
const Run = z.object({
  owner: z.int(),
  keeper: Process.optional(),
  child: Process.optional(),
  endpoint: z.string().optional(),
});
export type Run = z.infer<typeof Run>;

const choiceIn = (dataDir: string) => join(dataDir, "store.json");
const runIn = (dataDir: string) => join(dataDir, "store.run.json");

export const readChoice = (dataDir: string): Choice | undefined => read(choiceIn(dataDir), Choice);
export const writeChoice = (dataDir: string, choice: Choice): void => write(choiceIn(dataDir), choice);
export const readRun = (dataDir: string): Run | undefined => read(runIn(dataDir), Run);
export const writeRun = (dataDir: string, run: Run): void => write(runIn(dataDir), run);
export const forgetRun = (dataDir: string): void => rmSync(runIn(dataDir), { force: true });

function read<Schema extends z.ZodType>(path: string, schema: Schema): z.infer<Schema> | undefined {
  try {
    return schema.parse(JSON.parse(readFileSync(path, "utf8")));
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return undefined;
    throw new Error(`${path} cannot be read`, { cause: error });
  }
}

/** A kill in the middle leaves the old record whole. */
function write(path: string, record: object): void {
  writeFileSync(`${path}.new`, `${JSON.stringify(record)}\n`, { flush: true });
  renameSync(`${path}.new`, path);
}
