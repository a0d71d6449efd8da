import type { UnitInfo } from "@yigong/core/organization/organization.ts";
import type { Activity } from "../../../shared/api/routes.ts";
import type { ActivityDraft, Clock } from "./draft.ts";

/** What every part of the form is given. */
export interface Form {
  draft: ActivityDraft;
  set: (next: Partial<ActivityDraft>) => void;
  clock: Clock;
  branches: readonly UnitInfo[];
  teams: readonly UnitInfo[];
  /** Whose activities the reader may start. */
  origins: readonly Activity["origin"][];
  /** Of which the reader may organize one; all where that is so. */
  ownTeams: readonly string[] | "all";
}

/** Units to choose from; those that ended are not. */
export const choices = (units: readonly UnitInfo[]) =>
  units.filter(({ endedOn }) => endedOn === undefined).map(({ id, name }) => ({ value: id as string, label: name }));

/** Skills that teams bring. */
export const skillsOf = (teams: readonly UnitInfo[]): string[] =>
  [...new Set(teams.flatMap((unit) => (unit.kind === "team" ? unit.skills : [])))].sort();
