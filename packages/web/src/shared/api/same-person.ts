/**
 * Notices when somebody else has signed in meanwhile, in another tab of the same browser: what one person typed is never
 * sent as another.
 *
 * A browser has one session, and signing in elsewhere takes leaving this tab; so it is looked again after that, before
 * anything is sent.
 */
let known: string | undefined;
let left = true;

const leave = (): void => {
  left = true;
};
if (typeof addEventListener === "function") {
  addEventListener("blur", leave);
  addEventListener("visibilitychange", leave);
}

/** @param read - asks who is signed in now; undefined when it cannot be known, which the API then judges */
export async function isSamePerson(read: () => Promise<string | undefined>): Promise<boolean> {
  if (!left) return true;
  const now = await read();
  if (now === undefined) return true;
  left = false;
  known ??= now;
  return known === now;
}

/** Remembers whom the page was opened by. */
export const notePerson = (memberId: string): void => {
  known ??= memberId;
};
