import type { Units } from "@yigong/core/organization/unit.store.ts";
import { Yearplan } from "@yigong/core/yearplan/index.ts";
import type { Cadences } from "@yigong/core/yearplan/yearplan.store.ts";

export interface YearplanDeps {
  cadences: Pick<Cadences, "of">;
  units: Pick<Units, "all">;
  /** The classes that begin in a local year. */
  classesOf: (year: number) => Promise<Yearplan.PlannedClass[]>;
  zone: string;
}

/** The plan of a year by team; a team that ended before it is shown only with classes. @source docs/domain.md T3 */
export const readYearplan =
  ({ cadences, units, classesOf, zone }: YearplanDeps) =>
  async (year: number, at: string): Promise<Yearplan.Line[]> => {
    const [set, teams, classes] = await Promise.all([cadences.of(year), units.all("team"), classesOf(year)]);
    const taught = new Set(classes.map(({ teamId }) => teamId));
    const teamIds = teams
      .filter(({ id, endedOn }) => endedOn === undefined || endedOn >= `${year}-01-01` || taught.has(id))
      .map(({ id }) => id);
    return Yearplan.linesOf({ year, teamIds, cadences: set, classes, at, zone });
  };
