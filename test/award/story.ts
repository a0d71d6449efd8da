import { beginRun } from "@yigong/application/award/begin-run.ts";
import { confirmRun } from "@yigong/application/award/confirm-run.ts";
import { decideObjection } from "@yigong/application/award/decide-objection.ts";
import { objectToRun } from "@yigong/application/award/object-to-run.ts";
import type { Act } from "../stage-rules/story.ts";
import { JANUARY, memberId, type Scene, YEAR } from "./scene.ts";

const KEY = { year: YEAR, run: 1 };
const PEOPLE = [1, 2, 3, 4, 5, 6, 7, 8, 9, 101, 102, 103];

/** Does what a person does, once. */
const calmly =
  (scene: Scene): Act =>
  async (_, work) => {
    await work();
    await scene.settle();
  };

/** A year's awards with an objection that is rejected, from beginning to end. */
export async function story(scene: Scene, act: Act = calmly(scene)) {
  const deps = scene.useCases.awardDeps;
  const by = (number: number) => ({ actorId: memberId(number), role: "committee", at: scene.now() });
  await scene.activity(1, "open");
  await scene.engine.advanceTo(JANUARY);
  await act("begin", () =>
    beginRun(deps)(YEAR, { cause: { kind: "requested", by: memberId(101) }, at: scene.now(), by: by(101) }),
  );
  await scene.advanceTo("2027-01-16T01:00:00.000Z");
  await act("propose", () => confirmRun(deps)(KEY, [], by(101)));
  await act("confirm", () => confirmRun(deps)(KEY, [], by(102)));
  await scene.advanceTo("2027-01-17T01:00:00.000Z");
  await act("object", async () => {
    const { items } = await scene.useCases.awards.objections(KEY, { limit: 10 });
    if (items.length === 0) await objectToRun(deps)(KEY, "我的积分少算了一次。", by(5));
  });
  await scene.advanceTo("2027-01-18T01:00:00.000Z");
  await act("decide", async () => {
    const { items } = await scene.useCases.awards.objections(KEY, { limit: 10 });
    const open = items.find(({ status }) => status === "open");
    if (open) await decideObjection(deps)(KEY, { id: open.id, upheld: false, reason: "核对签到记录后决定。" }, by(103));
  });
  await scene.advanceTo("2027-01-24T01:00:00.000Z");
}

/** What a year's awards have left behind, without the instants that a mishap may shift by seconds. */
export async function endOf(scene: Scene) {
  const run = await scene.run();
  if (run.status !== "done") return { status: run.status };
  const { latest } = await scene.useCases.awards.year(YEAR);
  const messages = async (number: number) => {
    const { items } = await scene.useCases.messages.list(memberId(number), { limit: 50 });
    return items.map(({ template }) => `${number} ${template}`);
  };
  return {
    status: run.status,
    latest,
    people: run.manifest.peopleDigest,
    activities: run.manifest.activitiesDigest,
    places: run.outcome.places,
    honours: run.decision.honours,
    objections: run.objections,
    notices: Object.entries(run.notices)
      .map(([kind, { status }]) => `${kind} ${status}`)
      .sort(),
    posted: [...new Set(scene.board.map(({ key }) => key))],
    certificates: (await scene.certificates()).map(({ number, holder, runId, status }) => ({
      number,
      holder,
      runId,
      status,
    })),
    messages: (await Promise.all(PEOPLE.map(messages))).flat().sort(),
  };
}
