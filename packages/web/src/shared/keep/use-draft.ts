import { useEffect, useRef, useState } from "react";
import { type Typed, typed } from "./typed.ts";

/** What somebody typed, kept on the phone at each keystroke until it was sent. */
export interface Draft<T> {
  value: T;
  /** Whether what was kept has been read; a form of more than one field is shown only then. */
  ready: boolean;
  set(next: Partial<T>): void;
  /** It was sent. */
  clear(): Promise<void>;
}

/** @param key - of whom and what it is, such as `leave:mem_…:act_…`: two people on a phone never see each other's */
export function useDraft<T extends object>(key: string, empty: T): Draft<T> {
  const [value, setValue] = useState(empty);
  const [ready, setReady] = useState(false);
  const of = useRef<{ key: string; typed: Typed<T> }>(undefined);
  if (of.current?.key !== key) of.current = { key, typed: typed(key, empty, setValue) };
  const { typed: draft } = of.current;
  useEffect(() => {
    let current = true;
    setReady(false);
    void draft.restore().then(() => {
      if (current) setReady(true);
    });
    return () => {
      current = false;
    };
  }, [draft]);
  return { value, ready, set: draft.set, clear: draft.clear };
}
