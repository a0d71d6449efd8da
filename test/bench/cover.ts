import { type Held, INSTANTS } from "./recruit.ts";
import { ALLIANCE } from "./roster.ts";
import { crowd, type Scene } from "./scene.ts";

interface Need {
  id: string;
  status: string;
  coverer?: { memberId: string };
}
interface Needs {
  groups: { status: string; needs: Need[] }[];
  cursor?: string;
}

async function needs(scene: Scene, activityId: string, status: string): Promise<Need[]> {
  const found: Need[] = [];
  let cursor = "";
  do {
    const page = await scene.call<Needs>(ALLIANCE, "GET", `/activities/${activityId}/covers?limit=200${cursor}`);
    for (const group of page.groups) if (group.status === status) found.push(...group.needs);
    cursor = page.cursor === undefined ? "" : `&cursor=${encodeURIComponent(page.cursor)}`;
  } while (cursor !== "");
  return found;
}

/** Every fifth who is asked says no and the next is asked; the rest look at what they are asked for and agree, and the alliance confirms them. @returns covers */
export async function cover(scene: Scene, { id }: Held): Promise<number> {
  await scene.machine.advanceTo(INSTANTS.covered);
  const numbers = new Map([...scene.ids].map(([number, memberId]) => [memberId, number]));
  const answer = async ({ id: needId, coverer }: Need, said: "accept" | "decline") => {
    const number = numbers.get(coverer?.memberId ?? "") ?? "";
    await scene.call(number, "GET", "/me/covers");
    await scene.call(number, "POST", `/activities/${id}/covers/${needId}/${said}`, {});
  };
  const first = await needs(scene, id, "offered");
  await crowd(scene, first.entries(), ([at, need]) => answer(need, at % 5 === 0 ? "decline" : "accept"));
  await crowd(scene, await needs(scene, id, "offered"), (need) => answer(need, "accept"));
  const accepted = await needs(scene, id, "accepted");
  await crowd(scene, accepted, (need) => scene.call(ALLIANCE, "POST", `/activities/${id}/covers/${need.id}/confirm`));
  return accepted.length;
}
