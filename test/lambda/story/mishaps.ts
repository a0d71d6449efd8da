import { readFile } from "node:fs/promises";
import { CAST } from "@yigong/local/demo/cast.ts";
import { noted } from "@yigong/local/demo/scene.ts";
import { pathOf, startActivity } from "./activity.ts";
import type { CloudScene, CloudStep } from "./scene.ts";

const ROSTER = new URL("../../../examples/taizhou/roster.csv", import.meta.url);

/** While it is cancelled nobody's messages can be sent; they come later. */
async function cancelled(scene: CloudScene) {
  const times = { startsAt: "2026-10-25T06:00:00.000Z", endsAt: "2026-10-25T08:00:00.000Z" };
  await startActivity(scene, { note: "gone", recruitUntil: "2026-10-22T10:00:00.000Z", ...times });
  const reason = "场地临时封闭，无法进入";
  await scene.cloud.outage(async () => {
    await scene.as(CAST.organizer).send("POST", `${pathOf(scene, "gone")}/cancel`, { reason });
    await scene.cloud.settle();
  });
}

/** Its execution ends without a word: an hour after something was due, the watchdog begins another, which finds nobody. */
async function vanished(scene: CloudScene) {
  const times = { startsAt: "2026-10-25T06:00:00.000Z", endsAt: "2026-10-25T08:00:00.000Z" };
  await startActivity(scene, { note: "lost", recruitUntil: "2026-10-22T10:00:00.000Z", ...times });
  const id = noted(scene, "lost");
  const { stateMachineArn, engine } = scene.machine;
  const { executions } = (await engine.call("ListExecutions", { stateMachineArn, statusFilter: "RUNNING" })) as {
    executions: { executionArn: string; name: string }[];
  };
  for (const { executionArn, name } of executions)
    if (name.startsWith(id)) await engine.call("StopExecution", { executionArn });
  await scene.until("2026-10-22T13:00:00.000Z");
  const { status } = await scene.as(CAST.organizer).get<{ status: string }>(pathOf(scene, "lost"));
  if (status !== "cancelled") throw new Error(`An activity whose execution vanished is ${status}.`);
}

/** The roster with one more person, in a branch and a department that nobody knew. */
async function rosterWith(name: string): Promise<File> {
  const text = new TextDecoder("gb18030").decode(await readFile(ROSTER)).trimEnd();
  const row = `000991,${name},群众,新城党支部,新城部,新城专员,,否,19900009911,000991@taizhou.example,2026-10-01,志愿者,,,`;
  return new File([`${text}\n${row}\n`], "roster.csv");
}

interface Import {
  id: string;
  status: string;
}

async function upload(scene: CloudScene): Promise<string> {
  const form = new FormData();
  form.set("kind", "roster");
  form.set("file", await rosterWith("萧新来"));
  return (await scene.as(CAST.administrator).send<Import>("POST", "/imports", form)).id;
}

/** Lets the function end in the middle of a request. */
async function brokenOff(scene: CloudScene, path: string, after: number) {
  const end = scene.cloud.endAfter("Api", after);
  const ended = await scene
    .as(CAST.administrator)
    .send("POST", path)
    .then(
      () => false,
      () => true,
    );
  end();
  if (!ended) throw new Error(`${path} was done before it could be broken off.`);
}

/** A quarter of an hour later it is whole. */
async function finished(scene: CloudScene, id: string, { at, status }: { at: string; status: string }) {
  await scene.until(at);
  const found = await scene.as(CAST.administrator).get<Import>(`/imports/${id}`);
  if (found.status !== status) throw new Error(`The import is ${found.status}, not ${status}.`);
}

async function abandoned(scene: CloudScene) {
  const id = await upload(scene);
  await brokenOff(scene, `/imports/${id}/apply`, 1);
  await finished(scene, id, { at: "2026-10-23T02:00:00.000Z", status: "applied" });
  await brokenOff(scene, `/imports/${id}/undo`, 1);
  await finished(scene, id, { at: "2026-10-23T05:00:00.000Z", status: "undone" });
}

/** What goes wrong, and who goes on. */
export const MISHAPS: readonly CloudStep[] = [
  { title: "an activity is cancelled", run: cancelled },
  { title: "an execution vanishes", run: vanished },
  { title: "imports are broken off", run: abandoned },
];
