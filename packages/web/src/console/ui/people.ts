export interface KnownPerson {
  memberId: string;
  name: string;
  employeeNumber?: string | undefined;
}

/** Finds whom an answer names by id. */
export function knownIn(people: readonly KnownPerson[] | undefined) {
  const byId = new Map((people ?? []).map((person) => [person.memberId, person]));
  return (memberId: string): KnownPerson | undefined => byId.get(memberId);
}
