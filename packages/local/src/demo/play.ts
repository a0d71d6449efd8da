import { existsSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { openMachine } from "../machine.ts";
import { listen } from "../server.ts";
import { readSettings } from "../settings.ts";
import { CAST } from "./cast.ts";
import { COMMUNITY } from "./community.ts";
import { fileArchive } from "./file-archive.ts";
import { activityReport } from "./report.ts";
import { noted, type Step, sceneOf } from "./scene.ts";
import { SETUP } from "./setup.ts";
import { settleMoney } from "./spending.ts";
import { SURVEY } from "./survey.ts";
import { VISIT } from "./visit.ts";

/** The virtual calendar begins on a Tuesday at nine, Shanghai time. */
const START = "2026-09-01T01:00:00.000Z";

const until = (title: string, instant: string): Step => ({
  title,
  run: async (scene) => {
    await scene.until(instant);
    return undefined;
  },
});

export const STORY: readonly Step[] = [
  ...SETUP,
  ...VISIT,
  fileArchive("visit", { who: CAST.organizer, at: "2026-09-14T02:00:00.000Z" }),
  ...SURVEY,
  ...COMMUNITY,
  settleMoney("community", { at: "2026-09-28T01:00:00.000Z" }),
  fileArchive("community", { who: CAST.teamLead, at: "2026-09-28T02:00:00.000Z" }),
  until("回访结束，积分入账 / surveys close, points are posted", "2026-10-08T02:00:00.000Z"),
];

interface Progress {
  done: number;
  notes: Record<string, string>;
}

const progressIn = (dataDir: string) => {
  const path = join(dataDir, "demo.json");
  return {
    read: (): Progress =>
      existsSync(path) ? (JSON.parse(readFileSync(path, "utf8")) as Progress) : { done: 0, notes: {} },
    write: (progress: Progress) => {
      writeFileSync(`${path}.new`, JSON.stringify(progress));
      renameSync(`${path}.new`, path);
    },
  };
};

export interface PlayOptions {
  dataDir: string;
  env: Record<string, string | undefined>;
  tell: (line: string) => void;
  log: (line: string) => void;
}

/** Runs two complete activities in virtual time over HTTP. After a kill it resumes at the first step that was not done. */
export async function play({ dataDir, env, tell, log }: PlayOptions) {
  const listening = await listen(0);
  const origin = `http://127.0.0.1:${listening.port}`;
  // This port ends with the demo; the links in its messages are for the server that is started on its data next.
  const { port, origin: links = `http://localhost:${port}` } = readSettings(env);
  const machine = await openMachine({
    dataDir,
    time: { kind: "virtual", startAt: START },
    origin: () => links,
    env,
    log,
  });
  listening.serve((request) => machine.web.fetch(request));
  const kept = progressIn(dataDir);
  const { done, notes } = kept.read();
  const scene = sceneOf(machine, { now: origin, links }, notes);
  try {
    await machine.settle();
    for (const [index, step] of STORY.entries()) {
      if (index < done) continue;
      const outcome = await step.run(scene);
      await machine.settle();
      kept.write({ done: index + 1, notes });
      tell(`${machine.now().slice(0, 16)}Z  ${step.title}${outcome === undefined ? "" : `: ${outcome}`}`);
    }
    const { writeUnits, readUnits } = machine.meter;
    const activities = [];
    for (const name of ["visit", "community"]) activities.push(await activityReport(scene, noted(scene, name)));
    return { activities, writeUnits, readUnits };
  } finally {
    await listening.close();
    await machine.close();
  }
}
