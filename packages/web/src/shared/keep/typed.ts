import { forget, read, write } from "./keep.ts";
import { dropNote, note, noted } from "./note.ts";

/** Something that somebody types, held in a place that answers late. */
export interface Typed<T> {
  /** Reads what was kept. What was typed in the meantime stays as it was typed. */
  restore(): Promise<void>;
  set(next: Partial<T>): void;
  /** It was sent. */
  clear(): Promise<void>;
}

export interface Keeping {
  read<T>(key: string): Promise<T | undefined>;
  write(key: string, value: unknown): Promise<void>;
  forget(key: string): Promise<void>;
  /** Holds a value at once, until it has been written: a page that is closed meanwhile would take it along. */
  note(key: string, value: object): void;
  noted(key: string): object | undefined;
  dropNote(key: string): void;
}

/** @param show - called with the whole of it after every change */
export function typed<T extends object>(
  key: string,
  empty: T,
  show: (value: T) => void,
  keeping: Keeping = { read, write, forget, note, noted, dropNote },
): Typed<T> {
  let held = empty;
  let since: Partial<T> = {};
  let isRestored = false;
  let isCleared = false;
  const become = (next: T) => {
    held = next;
    show(held);
  };
  /** Until what was kept is known, only what was typed is noted, so that nothing else is overwritten. */
  const keep = async () => {
    const value = held;
    keeping.note(key, since);
    if (!isRestored) return;
    await keeping.write(key, value);
    if (held === value) keeping.dropNote(key);
  };
  return {
    async restore() {
      const before = keeping.noted(key);
      const kept = await keeping.read<T>(key);
      if (isCleared) return;
      isRestored = true;
      since = { ...before, ...since };
      become({ ...empty, ...kept, ...since });
      if (Object.keys(since).length > 0) await keep();
    },
    set(next) {
      since = { ...since, ...next };
      become({ ...held, ...next });
      void keep();
    },
    async clear() {
      isCleared = true;
      since = {};
      become(empty);
      keeping.dropNote(key);
      await keeping.forget(key);
    },
  };
}
