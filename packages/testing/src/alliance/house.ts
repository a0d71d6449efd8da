import type { Machine } from "@yigong/local/machine.ts";
import type { Who } from "../sample/people.ts";
import type { Client } from "./client.ts";

/** A machine with its roster, as verbs and rows work on it. */
export interface House {
  machine: Machine;
  /** The API, as somebody. */
  as(who: Who): Client;
  idOf(who: Who): string;
  whoIs(memberId: string): Who | "system" | "nobody";
  /** The id of a branch, department, team or post by its name. */
  unitId(name: string): string;
}

/** An activity as tests speak of it. Its times are those with which it began. */
export interface Started {
  id: string;
  sessions: { id: string; startsAt: string; endsAt: string; positionIds: string[] }[];
  /** Local time on the day of the first session, or `days` after it: `at("08:30")`. ISO-8601 UTC. */
  at(time: string, days?: number): string;
}

const OFFSET_HOURS = 8;
const DAY = 86_400_000;

/** Local time, `days` after the local day of an instant. */
export function localTime(instant: string, time: string, days = 0): string {
  const day = new Date(Date.parse(instant) + OFFSET_HOURS * 3_600_000 + days * DAY).toISOString().slice(0, 10);
  return new Date(`${day}T${time}:00+08:00`).toISOString();
}

/** An instant as the files of shifts have it. */
export const asWritten = (instant: string): string =>
  new Date(Date.parse(instant) + OFFSET_HOURS * 3_600_000).toISOString().slice(0, 16).replace("T", " ");
