import { forget, read, write } from "./keep.ts";

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
}

/** @param show - called with the whole of it after every change */
export function typed<T extends object>(
  key: string,
  empty: T,
  show: (value: T) => void,
  keeping: Keeping = { read, write, forget },
): Typed<T> {
  let held = empty;
  let since: Partial<T> = {};
  let isCleared = false;
  const become = (next: T) => {
    held = next;
    show(held);
  };
  return {
    async restore() {
      const kept = await keeping.read<T>(key);
      if (isCleared) return;
      become({ ...empty, ...kept, ...since });
      if (Object.keys(since).length > 0) await keeping.write(key, held);
    },
    set(next) {
      since = { ...since, ...next };
      become({ ...held, ...next });
      void keeping.write(key, held);
    },
    async clear() {
      isCleared = true;
      since = {};
      become(empty);
      await keeping.forget(key);
    },
  };
}
