import { CAST } from "./cast.ts";
import type { Scene } from "./scene.ts";

interface Items<Item> {
  items: Item[];
  cursor?: string;
}

/** All items of a list, page by page. */
export async function listOf<Item>(scene: Scene, who: string, path: string): Promise<Item[]> {
  const items: Item[] = [];
  const mark = path.includes("?") ? "&" : "?";
  let cursor: string | undefined;
  do {
    const more: string = cursor === undefined ? "" : `&cursor=${encodeURIComponent(cursor)}`;
    const page = await scene.as(who).get<Items<Item>>(`${path}${mark}limit=200${more}`);
    items.push(...page.items);
    cursor = page.cursor;
  } while (cursor !== undefined);
  return items;
}

export async function unitNamed(scene: Scene, kind: "branch" | "team", name: string): Promise<string> {
  const units = await listOf<{ id: string; name: string }>(scene, CAST.alliance, `/units?kind=${kind}`);
  const unit = units.find((one) => one.name === name);
  if (!unit) throw new Error(`The roster has no ${kind} ${name}.`);
  return unit.id;
}

export interface Member {
  id: string;
  employeeNumber: string;
  politicalStatus: string;
  branchId?: string;
  teamIds: string[];
  volunteerSince?: string;
}

export const roster = (scene: Scene) => listOf<Member>(scene, CAST.alliance, "/members");

/** Everybody who has a place, in the order of sign-ups. */
export async function placed(scene: Scene, activityId: string): Promise<string[]> {
  interface Person {
    memberId: string;
    places: { state: string }[];
  }
  const people = await listOf<Person>(scene, CAST.alliance, `/activities/${activityId}/people`);
  return people.filter(({ places }) => places.some(({ state }) => state === "placed")).map(({ memberId }) => memberId);
}

/** Signs people up for an activity's first position, one after the other: the order is that of the waiting list. */
export async function signUp(scene: Scene, activityId: string, memberIds: readonly string[]): Promise<void> {
  interface View {
    sessions: { positions: { id: string }[] }[];
  }
  const { sessions } = await scene.as(CAST.alliance).get<View>(`/activities/${activityId}`);
  const positionId = sessions[0]?.positions[0]?.id;
  const wish = { positionId, consent: true, acceptsRisks: true };
  for (const memberId of memberIds) await scene.as(memberId).send("POST", `/activities/${activityId}/sign-ups`, wish);
}
