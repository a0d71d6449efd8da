import { useCallback, useEffect, useMemo, useRef, useState } from "react";
import { Refused } from "../api/problem.ts";
import { change, forget, read, write } from "../keep/keep.ts";
import { type Album, blobKey, listKey, type Photo, send } from "./photo.ts";
import { shrink } from "./shrink.ts";

const AGAIN_MS = 8_000;

export interface Photos {
  items: readonly Photo[];
  ready: boolean;
  /** Whether some are still on their way. */
  pending: boolean;
  urlOf(id: string): string | undefined;
  add(files: readonly File[]): Promise<void>;
  retry(id: string): void;
  remove(id: string): Promise<void>;
  clear(): Promise<void>;
}

const newPhoto = (file: File, blob: Blob | undefined, why: string): Photo => ({
  id: crypto.randomUUID?.() ?? `${Date.now()}-${Math.random()}`,
  name: blob === file || !blob ? file.name || "photo.jpg" : `${file.name.replace(/\.\w+$/, "") || "photo"}.jpg`,
  type: blob?.type ?? file.type,
  bytes: blob?.size ?? file.size,
  ...(blob ? { state: "waiting" } : { state: "refused", why }),
});

/** Photos of an album: each is kept on the phone, goes by itself, and is tried again until it has arrived. */
export function usePhotos(
  { scope, activityId, use }: Album,
  { most, unreadable }: { most: number; unreadable: string },
): Photos {
  const [items, setItems] = useState<readonly Photo[]>([]);
  const [ready, setReady] = useState(false);
  const urls = useRef(new Map<string, string>());
  const busy = useRef(new Set<string>());
  const latest = useRef(items);
  const album = useMemo(() => ({ scope, activityId, use }), [scope, activityId, use]);
  const key = listKey(album);

  const put = useCallback(
    async (next: (held: readonly Photo[]) => readonly Photo[]) => {
      latest.current = next(latest.current);
      setItems(latest.current);
      await change<readonly Photo[]>(key, (held) => next(held ?? []));
    },
    [key],
  );
  const mark = useCallback(
    (id: string, said: Partial<Photo>) =>
      put((held) => held.map((photo) => (photo.id === id ? { ...photo, ...said } : photo))),
    [put],
  );

  const go = useCallback(
    async (photo: Photo) => {
      if (busy.current.has(photo.id)) return;
      busy.current.add(photo.id);
      try {
        const blob = await read<Blob>(blobKey(album, photo.id));
        if (!blob) return await mark(photo.id, { state: "refused", why: unreadable });
        await mark(photo.id, { state: "sending" });
        const remoteId = await send(album, photo, blob);
        await mark(photo.id, { state: "sent", remoteId });
      } catch (error) {
        const refused = error instanceof Refused && error.status < 500 && error.status !== 429;
        await mark(photo.id, refused ? { state: "refused", why: error.message } : { state: "failed" });
      } finally {
        busy.current.delete(photo.id);
      }
    },
    [album, mark, unreadable],
  );

  useEffect(() => {
    let current = true;
    void read<readonly Photo[]>(key).then(async (kept = []) => {
      for (const { id } of kept) {
        const blob = await read<Blob>(blobKey(album, id));
        if (blob) urls.current.set(id, URL.createObjectURL(blob));
      }
      if (!current) return;
      latest.current = kept.map((photo) => (photo.state === "sending" ? { ...photo, state: "failed" } : photo));
      setItems(latest.current);
      setReady(true);
    });
    return () => {
      current = false;
    };
  }, [key, album]);

  useEffect(() => {
    const onward = () => {
      for (const photo of latest.current) if (["waiting", "failed"].includes(photo.state)) void go(photo);
    };
    if (ready) onward();
    const timer = setInterval(() => navigator.onLine && onward(), AGAIN_MS);
    addEventListener("online", onward);
    return () => {
      clearInterval(timer);
      removeEventListener("online", onward);
    };
  }, [go, ready]);

  return {
    items,
    ready,
    pending: items.some(({ state }) => ["waiting", "sending", "failed"].includes(state)),
    urlOf: (id) => urls.current.get(id),
    async add(files) {
      for (const file of files.slice(0, Math.max(0, most - latest.current.length))) {
        const blob = await shrink(file);
        const photo = newPhoto(file, blob, unreadable);
        if (blob) {
          await write(blobKey(album, photo.id), blob);
          urls.current.set(photo.id, URL.createObjectURL(blob));
        }
        await put((held) => [...held, photo]);
        if (blob) void go(photo);
      }
    },
    retry(id) {
      const photo = latest.current.find((one) => one.id === id);
      if (photo) void go(photo);
    },
    async remove(id) {
      await put((held) => held.filter((photo) => photo.id !== id));
      await forget(blobKey(album, id));
    },
    async clear() {
      for (const { id } of latest.current) await forget(blobKey(album, id));
      latest.current = [];
      setItems([]);
      await forget(key);
    },
  };
}
