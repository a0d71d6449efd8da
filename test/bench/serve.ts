import { type Held, INSTANTS } from "./recruit.ts";
import type { Cast } from "./roster.ts";
import { crowd, type Scene } from "./scene.ts";

const ROLL_CALL = 100;

/** Nine of ten check in by the code and out again; the leader calls out the tenth and states the workdays. */
export async function serve(scene: Scene, { id, sessionId, lead }: Held, { participants }: Cast): Promise<void> {
  const path = `/activities/${id}/sessions/${sessionId}`;
  const called = participants.filter((_, at) => at % 10 === 9);
  const scanning = participants.filter((_, at) => at % 10 !== 9);
  await scene.machine.advanceTo(INSTANTS.startsAt);
  const { code } = await scene.call<{ code: string }>(lead, "GET", `${path}/code`);
  await crowd(scene, scanning, (number) => scene.call(number, "POST", `${path}/check-in`, { code }));
  for (let from = 0; from < called.length; from += ROLL_CALL) {
    const people = called.slice(from, from + ROLL_CALL);
    const lines = people.map((number) => ({ memberId: scene.id(number), state: "present", halfDays: 2 }));
    await scene.call(lead, "POST", `${path}/roll-call`, { lines });
  }
  await scene.machine.advanceTo(INSTANTS.endsAt);
  await crowd(scene, scanning, (number) => scene.call(number, "POST", `${path}/check-out`, {}));
}
