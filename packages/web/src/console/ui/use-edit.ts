import { useState } from "react";
import { Refused } from "../../shared/api/problem.ts";
import { useAct } from "../../shared/use-act.ts";
import type { Conflict } from "./conflict.tsx";

interface Editing<T> {
  /** What was there when the form was opened. */
  base: T;
  /** Reads it as it is now, to show what somebody else changed. */
  read: () => Promise<T>;
  save: (patch: Partial<T>, version: number) => Promise<unknown>;
  nameOf: (field: keyof T & string) => string;
  done: () => void;
}

const same = (a: unknown, b: unknown) => JSON.stringify(a) === JSON.stringify(b);
const isStale = (error: unknown) =>
  error instanceof Refused && error.status === 409 && (error.code === "edit.changed" || error.code.endsWith(".stale"));

/** A form over something that others may change meanwhile: what they changed is shown, what was filled in is kept. */
export function useEdit<T extends { version: number }>({ base, read, save, nameOf, done }: Editing<T>) {
  const [against, setAgainst] = useState(base);
  const [draft, setDraft] = useState<Partial<T>>({});
  const [conflict, setConflict] = useState<Conflict<T>>();
  const patchOn = (on: T): Partial<T> =>
    Object.fromEntries(
      Object.entries(draft).filter(([field, value]) => !same(on[field as keyof T], value)),
    ) as Partial<T>;
  const saving = useAct((on: T) => save(patchOn(on), on.version), { done });
  const submit = (on: T = against) =>
    saving.mutate(on, {
      onError: (error) => {
        if (!isStale(error)) return;
        void read().then((current) => {
          const fields = (Object.keys(current) as (keyof T & string)[]).filter(
            (field) => field !== "version" && !same(current[field], on[field]),
          );
          setConflict({ current, changed: fields.map((field) => ({ field, name: nameOf(field) })) });
        });
      },
    });
  const goOn = (current: T) => {
    setAgainst(current);
    setConflict(undefined);
  };
  return {
    value: { ...against, ...draft },
    set: <K extends keyof T>(field: K, value: T[K]) => setDraft((before) => ({ ...before, [field]: value })),
    isChanged: Object.keys(patchOn(against)).length > 0,
    isSaving: saving.isPending,
    error: isStale(saving.error) ? undefined : saving.error,
    submit: () => submit(),
    conflict,
    mine: { ...against, ...draft },
    keepMine: (current: T) => {
      goOn(current);
      submit(current);
    },
    takeTheirs: (current: T) => {
      const changed = new Set<string>(conflict?.changed.map(({ field }) => field));
      setDraft(
        (before) => Object.fromEntries(Object.entries(before).filter(([field]) => !changed.has(field))) as Partial<T>,
      );
      goOn(current);
    },
  };
}
