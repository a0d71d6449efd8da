import { z } from "@hono/zod-openapi";
import * as Audit from "@yigong/core/audit/audit.ts";
import { type Language, WORDS } from "@yigong/core/language/index.ts";
import type { Reader } from "../lib/reader.ts";
import { type Called, type PeopleDeps, peopleOf } from "./names.ts";

export interface AuditNames extends PeopleDeps {
  reader: Pick<Reader, "namesOf">;
}

/** Who did what, with names beside the ids and the action in words. */
export const AuditView = Audit.Entry.extend({
  actionText: z.string(),
  /** The name and number of who acted, and of the person for whom. */
  actorName: z.string(),
  actorEmployeeNumber: z.string().optional(),
  deputyForName: z.string().optional(),
  /** What the subject is called: a person, an activity, a unit or the file of an import. */
  subjectName: z.string().optional(),
  subjectEmployeeNumber: z.string().optional(),
}).openapi("AuditEntry");
type AuditView = z.output<typeof AuditView>;

export const actionText = (language: Language, action: string): string => {
  const words: Readonly<Record<string, string>> = WORDS[language];
  return words[`audit.action.${action}`] ?? action;
};

/** Somebody's name, or what acts without being a person. */
const actorText = (language: Language, id: string, name: string): string => {
  const words: Readonly<Record<string, string>> = WORDS[language];
  return words[`audit.actor.${id}`] ?? name;
};

const nameIn = ({ name, employeeNumber }: Called): string | undefined => (employeeNumber ? name : undefined);

/** Entries as they are shown in a language. */
export async function auditViews(
  deps: AuditNames,
  entries: readonly Audit.Entry[],
  language: Language,
): Promise<AuditView[]> {
  const ids = entries.flatMap(({ actorId, subjectId, deputyFor }) => [
    actorId,
    subjectId,
    ...(deputyFor ? [deputyFor] : []),
  ]);
  const others = entries.map(({ subjectId }) => subjectId).filter((id) => !id.startsWith("mem_"));
  const [person, names] = await Promise.all([peopleOf(deps, ids), deps.reader.namesOf(others)]);
  return entries.map((entry) =>
    AuditView.parse({
      ...entry,
      actionText: actionText(language, entry.action),
      actorName: actorText(language, entry.actorId, person(entry.actorId).name),
      actorEmployeeNumber: person(entry.actorId).employeeNumber,
      deputyForName: entry.deputyFor && person(entry.deputyFor).name,
      subjectName: names.get(entry.subjectId) ?? nameIn(person(entry.subjectId)),
      subjectEmployeeNumber: person(entry.subjectId).employeeNumber,
    }),
  );
}
