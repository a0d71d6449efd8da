import { chance } from "../chance.ts";
import { isParty, type Person } from "../people.ts";

/** A row of the company's own list: what somebody attained in a programme, in 0.01 %, and before it. */
export interface Attained {
  employeeNumber: string;
  programme: string;
  period: string;
  attainment: number;
  start: number;
}

/** How much better party members and volunteers did than colleagues of the same post, in percentage points. */
const AHEAD = { party: 11, volunteers: 7 };
const FEWEST_OTHERS = 5;

/**
 * Results of 2010. Chance scatters people; then party members and volunteers are moved so that the two comparisons within the
 * posts come to what the report of that year says. Both are moved together, since most of the one are the other.
 */
export function performanceOf2010(everybody: readonly Person[]): Attained[] {
  const luck = chance(20100707);
  const rows = everybody.map((person) => ({
    person,
    attainment: 9000 + luck.below(2401),
    start: 9000 + luck.below(2401),
  }));
  const isVolunteer = ({ volunteerSince }: Person) => volunteerSince !== "";
  const now = ([is, value]: Gap) => gapOf(everybody, is, value);
  const base = new Map(rows.map(({ person, attainment }) => [person, attainment]));
  const scattered = (person: Person) => base.get(person) ?? 0;
  const one = (is: (person: Person) => boolean) => (person: Person) => (is(person) ? 1 : 0);
  // Two unknowns, by how much each group is moved, and two equations, one for each figure.
  const [a, b] = [now([isParty, one(isParty)]), now([isParty, one(isVolunteer)])];
  const [c, d] = [now([isVolunteer, one(isParty)]), now([isVolunteer, one(isVolunteer)])];
  const [p, v] = [
    AHEAD.party * 100 - now([isParty, scattered]),
    AHEAD.volunteers * 100 - now([isVolunteer, scattered]),
  ];
  const under = a * d - b * c;
  const move = { party: (p * d - b * v) / under, volunteers: (a * v - c * p) / under };
  return rows.map(({ person, attainment, start }) => ({
    employeeNumber: person.employeeNumber,
    programme: "精英计划与能手计划",
    period: "2010",
    attainment: Math.round(
      attainment + (isParty(person) ? move.party : 0) + (isVolunteer(person) ? move.volunteers : 0),
    ),
    start,
  }));
}

type Gap = [(person: Person) => boolean, (person: Person) => number];

/** The mean gap within posts, each as often as the group has people in it. */
function gapOf(
  everybody: readonly Person[],
  isIn: (person: Person) => boolean,
  value: (person: Person) => number,
): number {
  let [sum, people] = [0, 0];
  for (const held of Map.groupBy(everybody, ({ post }) => post).values()) {
    const [own, others] = [held.filter(isIn), held.filter((person) => !isIn(person))];
    if (own.length === 0 || others.length < FEWEST_OTHERS) continue;
    sum += own.length * (mean(own.map(value)) - mean(others.map(value)));
    people += own.length;
  }
  return sum / people;
}

const mean = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length;
