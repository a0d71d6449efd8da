import * as z from "zod";
import { CalendarYear, dayOf, Instant } from "../lib/time.ts";

export const QUARTERS = [1, 2, 3, 4] as const;
export type Quarter = (typeof QUARTERS)[number];

/** Green, amber and red of the plan; `none` where nothing is wanted and nothing is there. */
export const COLOURS = ["held", "planned", "missing", "none"] as const;
export type Colour = (typeof COLOURS)[number];

/** How many classes a quarter a team is to have where nobody said otherwise. @source docs/domain.md T3 */
export const USUAL_PER_QUARTER = 1;

/** How many classes a quarter one team is to have in one year. */
export const Cadence = z.object({
  year: CalendarYear,
  teamId: z.string(),
  perQuarter: z.int().min(0).max(30),
  by: z.string(),
  at: Instant,
  version: z.int().nonnegative(),
});
export type Cadence = z.infer<typeof Cadence>;

/** `held`: somebody came; `empty`: it is over, and nobody did. */
export const CLASS_STATES = ["planned", "held", "empty", "cancelled"] as const;

/** A class as far as the plan needs it: of which team's speciality, and whether it was held. */
export interface PlannedClass {
  id: string;
  courseId: string;
  teamId: string | undefined;
  title: string;
  /** When its first session begins, ISO-8601 UTC. */
  startsAt: string;
  state: (typeof CLASS_STATES)[number];
}

export interface Cell {
  quarter: Quarter;
  wanted: number;
  held: number;
  /** Those still ahead, and those whose attendances are still to be noted. One to which nobody came is in neither count. */
  planned: number;
  colour: Colour;
  /** Red since the quarter is over, or since nobody came to a class. */
  isOverdue: boolean;
  classes: PlannedClass[];
}

export interface Line {
  teamId: string;
  perQuarter: number;
  cells: Cell[];
}

/** The quarter of a local day. */
export const quarterOf = (day: string): Quarter => QUARTERS[Math.floor((Number(day.slice(5, 7)) - 1) / 3)] ?? 1;

const lastDayOf = (year: number, quarter: Quarter): string =>
  `${year}-${["03-31", "06-30", "09-30", "12-31"][quarter - 1]}`;

function colourOf({ wanted, held, planned }: Pick<Cell, "wanted" | "held" | "planned">): Colour {
  if (wanted === 0 && held + planned === 0) return "none";
  if (held >= wanted && held > 0) return "held";
  return held + planned >= wanted ? "planned" : "missing";
}

interface Asked {
  year: number;
  teamIds: readonly string[];
  cadences: readonly Cadence[];
  /** The classes of the year, cancelled ones too. */
  classes: readonly PlannedClass[];
  /** ISO-8601 UTC. */
  at: string;
  zone: string;
}

/**
 * The year of each team in its four quarters: held, planned or missing.
 *
 * A cancelled class is in no cell; one that begins in a quarter is that quarter's.
 * @source docs/domain.md T3
 */
export function linesOf({ year, teamIds, cadences, classes, at, zone }: Asked): Line[] {
  const today = dayOf(at, zone);
  const dayed = classes
    .filter(({ state }) => state !== "cancelled")
    .map((one) => ({ one, day: dayOf(one.startsAt, zone) }))
    .filter(({ day }) => day.startsWith(`${year}-`))
    .toSorted((a, b) => a.one.startsAt.localeCompare(b.one.startsAt));
  const byCell = Map.groupBy(dayed, ({ one, day }) => `${one.teamId} ${quarterOf(day)}`);
  const wantedOf = new Map(cadences.map(({ teamId, perQuarter }) => [teamId, perQuarter]));
  return teamIds.map((teamId) => {
    const perQuarter = wantedOf.get(teamId) ?? USUAL_PER_QUARTER;
    const cells = QUARTERS.map((quarter): Cell => {
      const found = (byCell.get(`${teamId} ${quarter}`) ?? []).map(({ one }) => one);
      const held = found.filter(({ state }) => state === "held").length;
      const planned = found.filter(({ state }) => state === "planned").length;
      const colour = colourOf({ wanted: perQuarter, held, planned });
      const isOverdue =
        colour === "missing" && (lastDayOf(year, quarter) < today || found.some(({ state }) => state === "empty"));
      return { quarter, wanted: perQuarter, held, planned, colour, isOverdue, classes: found };
    });
    return { teamId, perQuarter, cells };
  });
}
