import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { createMachine, openWaiting } from "./machine.ts";

const atOnce = 256;
/** As long as an activity's plan is. */
const plan = "2026-09-12T10:00:00.000Z ".repeat(20);

/** Starts executions until so many wait on their tokens, and keeps the tokens. */
const [directory = "", wanted = "0"] = process.argv.slice(2);
const count = Number(wanted);
const tokens: string[] = [];
const engine = openWaiting(join(directory, "waiting.sqlite"), (activity, token) => {
  tokens[activity] = token;
});
const stateMachineArn = await createMachine(engine);
const begun = performance.now();
for (let at = 0; at < count; at += atOnce) {
  const some = Array.from({ length: Math.min(atOnce, count - at) }, (_, more) => at + more);
  await Promise.all(
    some.map((activity) =>
      engine.call("StartExecution", {
        stateMachineArn,
        name: `e${activity}`,
        input: JSON.stringify({ activity, plan }),
      }),
    ),
  );
}
await engine.idle();
const seconds = (performance.now() - begun) / 1000;
await engine.close();
writeFileSync(join(directory, "tokens.json"), JSON.stringify(tokens));
process.stdout.write(`\n${JSON.stringify({ seconds, waiting: tokens.length })}\n`);
