import type { Settings } from "../../shared/api/routes.ts";

/** What may be changed, in the order in which it is asked. */
export const FIELDS = [
  "name",
  "company",
  "committee",
  "servicePhone",
  "codeVersion",
  "languages",
  "travelMinutes",
  "foundingYear",
  "zone",
] as const;
export type Field = (typeof FIELDS)[number];
export type Patch = Partial<Pick<Settings, Field>>;

const same = (one: unknown, other: unknown): boolean => JSON.stringify(one ?? "") === JSON.stringify(other ?? "");

/** What somebody changed since the form was opened, and nothing else. */
export const changesOf = (opened: Settings, mine: Settings): Patch =>
  Object.fromEntries(FIELDS.filter((field) => !same(opened[field], mine[field])).map((field) => [field, mine[field]]));

/** What others changed since. */
export const clashOf = (opened: Settings, current: Settings): Field[] =>
  FIELDS.filter((field) => !same(opened[field], current[field]));
