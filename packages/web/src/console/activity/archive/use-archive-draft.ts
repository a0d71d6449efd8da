import { useQueryClient } from "@tanstack/react-query";
import { useCallback, useEffect, useRef, useState } from "react";
import { call } from "../../../shared/api/call.ts";
import { forget, read, write } from "../../../shared/keep/keep.ts";
import { conflictIn } from "../../ui/conflict.tsx";
import type { Archive, ArchiveAnswer } from "../activity.routes.ts";

export interface Written {
  summary: string;
  owner?: string | undefined;
}
interface Kept extends Written {
  version: number;
}
export type Saving = "saved" | "saving" | "failed";

const PAUSE_MS = 1_200;

/**
 * What somebody writes of an archive: kept in this browser at each keystroke, and saved a moment after the last.
 *
 * Somebody else who saved meanwhile is a conflict to be settled; neither text is lost.
 */
export function useArchiveDraft(archive: Archive, me: string) {
  const client = useQueryClient();
  const { activityId: id } = archive;
  const key = `archive:${me}:${id}`;
  const [mine, setMine] = useState<Kept>();
  const [saving, setSaving] = useState<Saving>("saved");
  const [conflict, setConflict] = useState<Archive>();
  const latest = useRef<Kept>(undefined);
  const busy = useRef(false);
  const put = useCallback(
    (next: Kept | undefined) => {
      latest.current = next;
      setMine(next);
      void (next ? write(key, next) : forget(key));
    },
    [key],
  );
  useEffect(() => {
    void read<Kept>(key).then((kept) => kept && !latest.current && put(kept));
  }, [key, put]);

  const save = useCallback(async () => {
    const sent = latest.current;
    if (!sent || busy.current) return;
    busy.current = true;
    setSaving("saving");
    try {
      const answer = await call("PUT /activities/{id}/archive", { path: { id }, body: sent });
      client.setQueriesData<ArchiveAnswer>({ queryKey: ["GET /activities/{id}/archive", { id }] }, answer);
      const typed = latest.current;
      put(typed === sent || !typed ? undefined : { ...typed, version: answer.archive.version });
      setSaving("saved");
    } catch (error) {
      setSaving("failed");
      setConflict(conflictIn<ArchiveAnswer>(error)?.current.archive);
    } finally {
      busy.current = false;
    }
  }, [client, id, put]);

  useEffect(() => {
    if (!mine || conflict) return;
    const timer = setTimeout(() => void save(), PAUSE_MS);
    return () => clearTimeout(timer);
  }, [mine, conflict, save]);

  const shown: Written = mine ?? { summary: archive.summary, owner: archive.owner };
  return {
    ...shown,
    isDirty: mine !== undefined,
    saving,
    conflict,
    save,
    change: (patch: Partial<Written>) =>
      put({ summary: shown.summary, owner: shown.owner, version: mine?.version ?? archive.version, ...patch }),
    keepMine: ({ version }: { version: number }) => {
      setConflict(undefined);
      if (latest.current) put({ ...latest.current, version });
    },
    takeTheirs: () => {
      setConflict(undefined);
      put(undefined);
      setSaving("saved");
      void client.invalidateQueries();
    },
  };
}

export type ArchiveDraft = ReturnType<typeof useArchiveDraft>;
