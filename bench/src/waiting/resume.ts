import { readFileSync } from "node:fs";
import { join } from "node:path";
import { openDisk } from "../disk.ts";
import { quantiles } from "../load.ts";
import { openWaiting } from "./machine.ts";

/** Opens a file on which many wait, as a fresh process, and answers some of their tokens one by one. */
const [directory = "", wanted = "0", spawnedAt = "0"] = process.argv.slice(2);
const begun = performance.now();
const engine = openWaiting(join(directory, "waiting.sqlite"), () => undefined);
const arn = (activity: number) => `arn:aws:states:us-east-1:000000000000:execution:waiting:e${activity}`;
const describe = (activity: number) =>
  engine.call("DescribeExecution", { executionArn: arn(activity) }) as Promise<{ status: string }>;
const { status } = await describe(0);
await engine.idle();
const openMs = performance.now() - begun;
const processMs = Date.now() - Number(spawnedAt);
const rssAtStart = process.memoryUsage.rss();

const tokens = JSON.parse(readFileSync(join(directory, "tokens.json"), "utf8")) as string[];
const answer = async (activity: number): Promise<number> => {
  const at = performance.now();
  await engine.call("SendTaskSuccess", { taskToken: tokens[activity], output: '{"answer":true}' });
  while ((await describe(activity)).status === "RUNNING") await new Promise((resolve) => setImmediate(resolve));
  return performance.now() - at;
};
// Each prime step meets another execution, all over the file.
const chosen = Array.from(
  { length: Math.min(Number(wanted), tokens.length) },
  (_, at) => (at * 7919 + 13) % tokens.length,
);
const times: number[] = [];
const disk = openDisk(directory);
const plain: number[] = [];
for (const activity of chosen) {
  times.push(await answer(activity));
  plain.push(disk.commit());
}
disk.close();
const rssAtEnd = process.memoryUsage.rss();
const told = {
  status,
  openMs,
  processMs,
  rssAtStart,
  rssAtEnd,
  answered: times.length,
  resume: quantiles(times),
  plain: quantiles(plain),
};
await engine.close();
process.stdout.write(`\n${JSON.stringify(told)}\n`);
