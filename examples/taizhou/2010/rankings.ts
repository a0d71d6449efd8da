import { type Chance, chance } from "../chance.ts";
import { isParty, type Person } from "../people.ts";

/** A place in a department's own ranking of a period; 1 is the best. */
export interface Ranked {
  employeeNumber: string;
  department: string;
  period: string;
  rank: number;
}

/** Who helps whom, from April on. */
export interface Pair {
  mentor: string;
  mentee: string;
}

const PERIODS = ["2010-03", "2010-09", "2010-10"] as const;
/** Pairs of the year, and how many of the mentees were out of the last fifth in both periods after. */
const PAIRS = 28;
const LEFT_LAST = 19;

/** The rankings of all departments in three months, and the pairs made from the first; the same every time. */
export function rankingsOf2010(everybody: readonly Person[]): { rows: Ranked[]; pairs: Pair[] } {
  const luck = chance(20100401);
  const departments = [...Map.groupBy(everybody, ({ department }) => department)].map(([name, people]) =>
    departmentOf(name, shuffled(numbersOf(people), luck)),
  );
  const pairs = dealt(departments);
  const stays = new Set(pairs.slice(LEFT_LAST).map(({ mentee }) => mentee));
  const mentored = new Set(pairs.map(({ mentee }) => mentee));
  const rows = departments.flatMap(({ name, order, last }) =>
    PERIODS.flatMap((period, at) => {
      const then =
        at === 0
          ? order
          : later(order, { last, luck, stays: (one) => (mentored.has(one) ? stays.has(one) : luck.below(2) === 0) });
      return then.map((employeeNumber, place) => ({ employeeNumber, department: name, period, rank: place + 1 }));
    }),
  );
  return { rows, pairs };
}

interface Department {
  name: string;
  /** The best first. */
  order: string[];
  /** How many are last. */
  last: number;
  possible: Pair[];
}

const numbersOf = (people: readonly Person[]) => people.map(({ employeeNumber }) => employeeNumber);

/** One of the last fifth for each of the first fifth. */
function departmentOf(name: string, order: string[]): Department {
  const [first, last] = [Math.max(1, Math.floor(order.length / 5)), Math.ceil(order.length / 5)];
  const mentees = order.slice(-last);
  const possible = order
    .slice(0, first)
    .flatMap((mentor, at) => (mentees[at] ? [{ mentor, mentee: mentees[at] }] : []));
  return { name, order, last, possible };
}

/** As many pairs as the year had, one of each department in turn. */
function dealt(departments: readonly Department[]): Pair[] {
  const most = Math.max(...departments.map(({ possible }) => possible.length));
  const inTurn = Array.from({ length: most }, (_, at) => departments.flatMap(({ possible }) => possible[at] ?? []));
  return inTurn.flat().slice(0, PAIRS);
}

/** A later ranking: of those who were last, some are again; who comes to be last besides is drawn. */
function later(
  order: readonly string[],
  { last, luck, stays }: { last: number; luck: Chance; stays: (employeeNumber: string) => boolean },
): string[] {
  const wereLast = order.slice(-last);
  const again = wereLast.filter(stays);
  const up = wereLast.filter((one) => !again.includes(one));
  const others = shuffled(order.slice(0, -last), luck);
  const fallen = others.splice(0, last - again.length);
  return [...shuffled([...others, ...up], luck), ...shuffled([...again, ...fallen], luck)];
}

/** Party volunteers with the colleagues, no party members, whom they are paired with: 94 of them. */
export function colleaguesOf2010(everybody: readonly Person[]): Pair[] {
  const mentors = everybody.filter((person) => isParty(person) && person.volunteerSince !== "");
  const masses = everybody.filter((person) => !isParty(person)).slice(0, COLLEAGUES);
  return masses.map(({ employeeNumber: mentee }, at) => ({ mentor: mentors[at]?.employeeNumber ?? "", mentee }));
}
const COLLEAGUES = 94;

function shuffled(items: readonly string[], luck: Chance): string[] {
  const left = [...items];
  return items.map(() => left.splice(luck.below(left.length), 1)[0] ?? "");
}
