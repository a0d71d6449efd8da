import { resolve } from "node:path";
import { parseArgs } from "node:util";
import { errorText } from "../transfer/report.ts";
import { checkoutDefinitions } from "../transfer/target.ts";
import { restoreCopy, restoredLines } from "./restore.ts";

const USAGE = `usage: npm run restore -- --from <copy> --to <empty folder>
  --from  备份目录中的一份 / one of the folders that npm run backup made
  --to    空目录，成为新的数据目录 / an empty folder, which becomes the data directory`;
const log = (line: string) => process.stderr.write(`${line}\n`);

async function main(): Promise<number> {
  const { from, to } = parseArgs({ options: { from: { type: "string" }, to: { type: "string" } } }).values;
  if (!from || !to) {
    log(USAGE);
    return 2;
  }
  const env = { ...process.env };
  // The AWS client would take the value `aws` as a URL.
  delete process.env.AWS_ENDPOINT_URL_DYNAMODB;
  const now = () => new Date().toISOString();
  const restored = await restoreCopy({ from, to, definitions: await checkoutDefinitions(), env, now });
  for (const line of restoredLines(restored, resolve(to))) process.stdout.write(`${line}\n`);
  return 0;
}

try {
  process.exitCode = await main();
} catch (error) {
  log(errorText(error));
  process.exitCode = 1;
}
