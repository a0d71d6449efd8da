import { useCallback, useEffect, useRef, useState } from "react";
import { Refused } from "../api/problem.ts";
import { change, forget, read, write } from "../keep/keep.ts";
import { newId } from "../new-id.ts";
import { blobKey, listKey, type Photo, send, type Target, takeBack } from "./photo.ts";
import { shrink } from "./shrink.ts";

const AGAIN_MS = 8_000;
const ON_THE_WAY = ["waiting", "sending", "failed"];

export interface Photos {
  items: readonly Photo[];
  ready: boolean;
  /** Whether some are still on their way. */
  pending: boolean;
  urlOf(id: string): string | undefined;
  add(files: readonly File[]): Promise<void>;
  remove(id: string): Promise<void>;
  clear(): Promise<void>;
}

export interface Album {
  /** Whose and what for: the name under which photos are kept on the phone. */
  scope: string;
  /** Where they go; without it they wait on the phone. */
  target: Target | undefined;
  most: number;
  /** What to say of a file that is no photo. */
  unreadable: string;
}

const photoOf = (file: File, blob: Blob | undefined, why: string): Photo => ({
  id: newId(),
  name: blob === file || !blob ? file.name || "photo.jpg" : `${file.name.replace(/\.\w+$/, "") || "photo"}.jpg`,
  type: blob?.type ?? file.type,
  bytes: blob?.size ?? file.size,
  ...(blob ? { state: "waiting" } : { state: "refused", why }),
});

/** Photos as they are kept on the phone; what was being sent when the page closed is sent again. */
function useKeptPhotos(scope: string) {
  const [items, setItems] = useState<readonly Photo[]>([]);
  const [ready, setReady] = useState(false);
  const latest = useRef(items);
  const urls = useRef(new Map<string, string>());
  useEffect(() => {
    let current = true;
    void read<readonly Photo[]>(listKey(scope)).then(async (kept = []) => {
      for (const { id } of kept) {
        const blob = await read<Blob>(blobKey(scope, id));
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
  }, [scope]);
  const put = useCallback(
    async (next: (held: readonly Photo[]) => readonly Photo[]) => {
      latest.current = next(latest.current);
      setItems(latest.current);
      await change<readonly Photo[]>(listKey(scope), (held) => next(held ?? []));
    },
    [scope],
  );
  return { items, ready, latest, urls, put };
}

type Kept = ReturnType<typeof useKeptPhotos>;

/** Sends photos, each by itself, and again until it has arrived or was refused. */
function useSending({ scope, target, unreadable }: Album, { latest, put, ready }: Kept) {
  const busy = useRef(new Set<string>());
  const where = useRef(target);
  where.current = target;
  const go = useCallback(
    async (photo: Photo) => {
      const to = where.current;
      if (!to || busy.current.has(photo.id)) return;
      busy.current.add(photo.id);
      const mark = (said: Partial<Photo>) =>
        put((held) => held.map((one) => (one.id === photo.id ? { ...one, ...said } : one)));
      try {
        const blob = await read<Blob>(blobKey(scope, photo.id));
        if (!blob) return await mark({ state: "refused", why: unreadable });
        await mark({ state: "sending" });
        await mark({ state: "sent", remoteId: await send(to, photo, blob) });
      } catch (error) {
        const refused = error instanceof Refused && error.status < 500 && error.status !== 429;
        await mark(refused ? { state: "refused", why: error.message || error.code } : { state: "failed" });
      } finally {
        busy.current.delete(photo.id);
      }
    },
    [scope, put, unreadable],
  );
  const onward = useCallback(() => {
    for (const photo of latest.current) if (["waiting", "failed"].includes(photo.state)) void go(photo);
  }, [go, latest]);
  const isTarget = target !== undefined;
  useEffect(() => {
    if (!ready || !isTarget) return;
    onward();
    const timer = setInterval(() => navigator.onLine && onward(), AGAIN_MS);
    addEventListener("online", onward);
    return () => {
      clearInterval(timer);
      removeEventListener("online", onward);
    };
  }, [onward, ready, isTarget]);
  return go;
}

/** Photos of an album: each is kept on the phone, goes by itself, and is tried again until it has arrived. */
export function usePhotos(album: Album): Photos {
  const { scope, target, most, unreadable } = album;
  const kept = useKeptPhotos(scope);
  const { items, ready, latest, urls, put } = kept;
  const go = useSending(album, kept);
  return {
    items,
    ready,
    pending: items.some(({ state }) => ON_THE_WAY.includes(state)),
    urlOf: (id) => urls.current.get(id),
    async add(files) {
      for (const file of files.slice(0, Math.max(0, most - latest.current.length))) {
        const blob = await shrink(file);
        const photo = photoOf(file, blob, unreadable);
        if (blob) {
          await write(blobKey(scope, photo.id), blob);
          urls.current.set(photo.id, URL.createObjectURL(blob));
        }
        await put((held) => [...held, photo]);
        if (blob) void go(photo);
      }
    },
    async remove(id) {
      const remoteId = latest.current.find((photo) => photo.id === id)?.remoteId;
      await put((held) => held.filter((photo) => photo.id !== id));
      await forget(blobKey(scope, id));
      // One that stays on the server is named by nobody.
      if (target && remoteId) await takeBack(target, remoteId).catch(() => undefined);
    },
    async clear() {
      for (const { id } of latest.current) await forget(blobKey(scope, id));
      await put(() => []);
      await forget(listKey(scope));
    },
  };
}
