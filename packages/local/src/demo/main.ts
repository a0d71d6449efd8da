import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { readSettings } from "../settings.ts";
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
  const { port, origin = `http://localhost:${port}` } = readSettings(process.env);
  say(`\n演示已结束，现在没有服务在运行。启动后可查看结果，消息中的链接也随之可用：
The demo is over and nothing is being served. To look at the result, and for the links in its messages to work, start:
  YIGONG_DATA=${dataDir} npm start
然后打开 ${origin}/sign-in ，点一个人的名字即可登录查看，如管理员尹智晓（000275）。
Then open ${origin}/sign-in and click the name of anybody to sign in and look, such as 尹智晓 (000275), the administrator.`);
}
