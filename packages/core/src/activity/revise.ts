import type * as z from "zod";
import { Draft, type Info, type Session } from "./activity.ts";

/** What an organizer says otherwise once an activity is published; what is left out stays, and null takes away. */
export const Patch = Draft.pick({
  title: true,
  description: true,
  place: true,
  risks: true,
  insurance: true,
  purposes: true,
  minimumPeople: true,
  servedParty: true,
})
  .partial()
  .extend({ contact: Draft.shape.contact.unwrap().nullish(), programme: Draft.shape.programme.unwrap().nullish() });
export type Patch = z.infer<typeof Patch>;

/** What of an activity is said to people, in the order in which a change of it matters to them. */
export const FIELDS = [
  "place",
  "title",
  "risks",
  "insurance",
  "contact",
  "servedParty",
  "minimumPeople",
  "description",
  "programme",
  "purposes",
] as const;
export type Field = (typeof FIELDS)[number];

/** How many people can serve at most; one who serves in two sessions has two places. */
export const placesOf = ({
  sessions,
}: {
  sessions: readonly { cancelled?: Session["cancelled"]; positions: readonly { headCount: number }[] }[];
}): number =>
  sessions
    .filter(({ cancelled }) => cancelled === undefined)
    .flatMap(({ positions }) => positions)
    .reduce((sum, { headCount }) => sum + headCount, 0);

const same = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);

/** The fields that two descriptions of an activity differ in. */
export const changedFields = (before: Pick<Info, Field>, after: Pick<Info, Field>): Field[] =>
  FIELDS.filter((field) => !same(before[field], after[field]));

/**
 * An activity as its organizer says it is now; whether it may still be changed is `requireRevisable`.
 *
 * New risks are dated: whoever agreed to the old ones is asked again.
 * @param at - when it is said, ISO-8601 UTC
 * @returns the activity itself when nothing differs
 * @source docs/domain.md A3; 志愿服务条例 (State Council Order 685): risks are agreed to
 */
export function revise(before: Info, patch: Patch, at: string): Info {
  const { contact, programme, ...rest } = patch;
  const given = Object.fromEntries(Object.entries(rest).filter(([, value]) => value !== undefined));
  const { contact: oldContact, programme: oldProgramme, ...kept } = before;
  const after: Info = {
    ...kept,
    ...given,
    ...optional("contact", contact === undefined ? oldContact : contact),
    ...optional("programme", programme === undefined ? oldProgramme : programme),
  };
  const changed = changedFields(before, after);
  if (changed.length === 0) return before;
  return changed.includes("risks") ? { ...after, risksAt: at } : after;
}

const optional = <K extends string, V>(key: K, value: V | null | undefined) =>
  (value === undefined || value === null ? {} : { [key]: value }) as { [P in K]?: V };
