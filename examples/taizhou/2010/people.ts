import { type Person, people } from "../people.ts";

/** The company of the example as it was in 2010: the same people, every volunteer since some day of 2009. */
export const peopleOf2010 = (): Person[] =>
  people().map((person) => ({
    ...person,
    volunteerSince: person.volunteerSince === "" ? "" : `2009${person.volunteerSince.slice(4)}`,
  }));
