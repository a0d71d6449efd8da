export interface KnownPerson {
  memberId: string;
  name: string;
  employeeNumber?: string | undefined;
}

/** Whom an answer names, by id. */
export type People = Readonly<Record<string, Omit<KnownPerson, "memberId">>> | undefined;

/** Finds whom an answer names by id. */
export const knownIn =
  (people: People) =>
  (memberId: string): KnownPerson | undefined => {
    const found = people?.[memberId];
    return found && { ...found, memberId };
  };
