import { useCallback, useEffect, useRef, useState } from "react";
import { forget, read, write } from "./keep.ts";

/** What somebody typed, kept on the phone at each keystroke until it was sent. */
export interface Draft<T> {
  value: T;
  /** Whether what was kept has been read; until then fields are not to be shown. */
  ready: boolean;
  set(next: Partial<T>): void;
  /** It was sent. */
  clear(): Promise<void>;
}

/** @param key - of whom and what it is, such as `leave:mem_…:act_…`: two people on a phone never see each other's */
export function useDraft<T extends object>(key: string, empty: T): Draft<T> {
  const [value, setValue] = useState(empty);
  const [ready, setReady] = useState(false);
  const latest = useRef(value);
  const start = useRef(empty);
  useEffect(() => {
    let current = true;
    setReady(false);
    void read<T>(key).then((kept) => {
      if (!current) return;
      latest.current = { ...start.current, ...kept };
      setValue(latest.current);
      setReady(true);
    });
    return () => {
      current = false;
    };
  }, [key]);
  const change = useCallback(
    (next: Partial<T>) => {
      latest.current = { ...latest.current, ...next };
      setValue(latest.current);
      void write(key, latest.current);
    },
    [key],
  );
  const clear = useCallback(async () => {
    latest.current = start.current;
    setValue(start.current);
    await forget(key);
  }, [key]);
  return { value, ready, set: change, clear };
}
