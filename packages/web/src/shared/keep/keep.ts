import { createStore, del, get, set, type UseStore, update } from "idb-keyval";

let opened: UseStore | undefined;
const store = (): UseStore => {
  opened ??= createStore("yigong", "kept");
  return opened;
};

/**
 * What is kept on this phone until it has been sent: drafts, pictures, a roll-call's entries.
 *
 * A browser without a database (a private window) forgets with the page, and goes on without complaint.
 */
const memory = new Map<string, unknown>();
const orMemory = async <T>(kept: () => Promise<T>, remembered: () => T): Promise<T> => {
  try {
    return await kept();
  } catch {
    return remembered();
  }
};

export const read = <T>(key: string): Promise<T | undefined> =>
  orMemory(
    () => get<T>(key, store()),
    () => memory.get(key) as T | undefined,
  );

export const write = (key: string, value: unknown): Promise<void> =>
  orMemory(
    () => set(key, value, store()),
    () => void memory.set(key, value),
  );

/** Changes a value in one transaction, so that two tabs do not overwrite each other. */
export const change = <T>(key: string, next: (held: T | undefined) => T): Promise<void> =>
  orMemory(
    () => update<T>(key, next, store()),
    () => void memory.set(key, next(memory.get(key) as T | undefined)),
  );

export const forget = (key: string): Promise<void> =>
  orMemory(
    () => del(key, store()),
    () => void memory.delete(key),
  );
