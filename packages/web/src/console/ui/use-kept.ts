import { useCallback, useState } from "react";

const nameOf = (key: string): string => `yigong.console.${key}`;

function read<T>(key: string, otherwise: T): T {
  try {
    const kept = localStorage.getItem(nameOf(key));
    return kept === null ? otherwise : (JSON.parse(kept) as T);
  } catch {
    return otherwise;
  }
}

/** What somebody chose about how a page looks, kept in this browser. */
export function useKept<T>(key: string, otherwise: T): [T, (next: T) => void] {
  const [value, setValue] = useState(() => read(key, otherwise));
  const keep = useCallback(
    (next: T) => {
      setValue(next);
      try {
        localStorage.setItem(nameOf(key), JSON.stringify(next));
      } catch {
        // It holds for this page then.
      }
    },
    [key],
  );
  return [value, keep];
}
