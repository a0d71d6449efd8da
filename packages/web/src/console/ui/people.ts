export interface KnownPerson {
  memberId: string;
  name: string;
  employeeNumber?: string | undefined;
}

/** Whom an answer names: as a list, or by id. */
export type People = readonly KnownPerson[] | Readonly<Record<string, Omit<KnownPerson, "memberId">>> | undefined;

const isList = (people: People): people is readonly KnownPerson[] => Array.isArray(people);

/** Finds whom an answer names by id. */
export function knownIn(people: People) {
  const entries = isList(people)
    ? people.map((person) => [person.memberId, person] as const)
    : Object.entries(people ?? {}).map(([memberId, person]) => [memberId, { ...person, memberId }] as const);
  const byId = new Map<string, KnownPerson>(entries);
  return (memberId: string): KnownPerson | undefined => byId.get(memberId);
}
