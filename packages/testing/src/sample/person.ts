import * as Sample from "@yigong/core/participation/participation.builder.ts";
import { WHO, type Who } from "./people.ts";

/** Somebody of the roster by name, one of many by a number below 8,000. */
export type Person = Who | number;

/** `Sample.activity` is organized by member 9,000. */
const ORGANIZER = 9_000;
export const memberNumber = (who: Who): number => ORGANIZER + WHO.indexOf(who) - WHO.indexOf("organizer");

export const memberIdOf = (person: Person) =>
  Sample.memberId(typeof person === "number" ? person : memberNumber(person));

/** The name or number of whoever has an id, as text. */
export function personOf(memberId: string): string {
  const number = Number(memberId.slice("mem_".length));
  return WHO.find((who) => memberNumber(who) === number) ?? String(number);
}
