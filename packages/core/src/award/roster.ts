import { isEmployedOn, isVolunteerOn, type Info as Member, type PoliticalStatus } from "../member/member.ts";
import type { Person } from "./award.ts";

/** How many entries a person's chain has, and the hash of its last. */
export interface Head {
  entries: number;
  head: string;
}

export const firstDayOf = (year: number): string => `${year}-01-01`;
export const lastDayOf = (year: number): string => `${year}-12-31`;

/**
 * Whether somebody belongs to a year's roster: employed on a day of it, or with entries in it.
 *
 * The roster knows somebody from their first affiliation on; entries from before, such as of somebody who was on an
 * older list, count all the same.
 */
export function isOfYear(member: Member, year: number, hasEntries: boolean): boolean {
  if (hasEntries) return true;
  const since = member.affiliations[0]?.from ?? "";
  return since <= lastDayOf(year) && (member.leftOn === undefined || member.leftOn > firstDayOf(year));
}

/** The statuses held from the year's first day until its last, or until the day of leaving; the last one decides. */
function statusesIn(member: Member, year: number): PoliticalStatus[] {
  const last = lastDayOf(year);
  const left = member.leftOn;
  const until = (from: string) => from <= last && (left === undefined || from < left);
  const dated = member.politicalStatuses.filter(({ from }) => until(from));
  const before = dated.filter(({ from }) => from <= firstDayOf(year)).slice(-1);
  const within = dated.filter(({ from }) => from > firstDayOf(year));
  const held = [...before, ...within].map(({ status }) => status);
  const known = held.length > 0 ? held : member.politicalStatuses.slice(0, 1).map(({ status }) => status);
  return known.filter((status, at) => status !== known[at - 1]);
}

/**
 * Somebody as a run freezes them.
 *
 * With two statuses in the year, the last one decides which line and which floor apply.
 * @source docs/domain.md I3–I5
 */
export function personOf(member: Member, year: number, { entries, head }: Head): Person {
  const statuses = statusesIn(member, year);
  const last = lastDayOf(year);
  return {
    kind: "person",
    pseudonym: member.pseudonym,
    status: statuses.at(-1) ?? "masses",
    statuses,
    employed: isEmployedOn(member, last),
    volunteer: isVolunteerOn(member, last),
    entries,
    head,
  };
}
