import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { play } from "./play.ts";

const json = process.argv.includes("--json");
const at = process.argv.indexOf("--data");
const given = at < 0 ? undefined : process.argv[at + 1];
const say = (line: string) => process.stdout.write(`${line}\n`);
const log = (line: string) => process.stderr.write(`${line}\n`);

const dataDir = given ? resolve(given) : mkdtempSync(join(tmpdir(), "yigong-demo-"));
const began = performance.now();
try {
  const report = await play({ dataDir, env: process.env, log, tell: json ? () => undefined : say });
  if (json) say(JSON.stringify(report));
  else summary(report);
} finally {
  if (!given && json) rmSync(dataDir, { recursive: true, force: true });
}

function summary({ activities, writeUnits, readUnits }: Awaited<ReturnType<typeof play>>) {
  for (const { activityId, stages, transitions, historyEvents, duty, covers, survey, points } of activities) {
    say(`\n${activityId}: ${stages.map(({ name }) => name).join(" → ")}`);
    say(`  ${transitions} transitions, ${historyEvents} history events`);
    say(`  duty ${JSON.stringify(duty)}  covers ${JSON.stringify(covers)}  survey ${JSON.stringify(survey)}`);
    say(`  points for ${points.length} people: ${[...new Set(points.map((entry) => entry.points))].sort().join(", ")}`);
  }
  say(`\n${writeUnits} write units, ${readUnits} read units, ${((performance.now() - began) / 1000).toFixed(1)} s`);
  say(`看结果 / look at it:  YIGONG_DATA=${dataDir} npm start   then /inbox, /api/docs`);
}
