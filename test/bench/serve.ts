import { chunksOf } from "@yigong/core/lib/parallel.ts";
import { type Held, INSTANTS } from "./recruit.ts";
import type { Cast } from "./roster.ts";
import { crowd, type Scene } from "./scene.ts";

const ROLL_CALL = 100;
/** The screen at the entrance asks for the codes of two minutes at a time, for half an hour. */
const SCREENS = 15;

/**
 * Nine of ten check in by the code on the screen, and out again by the button that checking in brought; the leader calls
 * out the tenth and states the workdays.
 */
export async function serve(scene: Scene, { id, sessionId, lead }: Held, { participants }: Cast): Promise<void> {
  const path = `/activities/${id}/sessions/${sessionId}`;
  const called = participants.filter((_, at) => at % 10 === 9);
  const scanning = participants.filter((_, at) => at % 10 !== 9);
  await scene.machine.advanceTo(INSTANTS.startsAt);
  const arriving = chunksOf(scanning, Math.ceil(scanning.length / SCREENS));
  for (let screen = 0; screen < SCREENS; screen++) {
    const { code } = await scene.call<{ code: string }>(lead, "GET", `${path}/code`);
    await crowd(scene, arriving[screen] ?? [], (number) => scene.call(number, "POST", `${path}/check-in`, { code }));
  }
  for (const people of chunksOf(called, ROLL_CALL)) {
    const lines = people.map((number) => ({ memberId: scene.id(number), state: "present", halfDays: 2 }));
    await scene.call(lead, "POST", `${path}/roll-call`, { lines });
  }
  await scene.machine.advanceTo(INSTANTS.endsAt);
  await crowd(scene, scanning, (number) => scene.call(number, "POST", `${path}/check-out`, {}));
}
