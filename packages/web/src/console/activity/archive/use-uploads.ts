import { useQueryClient } from "@tanstack/react-query";
import { BYTES_MAXIMUM } from "@yigong/core/archive/limits.ts";
import { useCallback, useRef, useState } from "react";
import { Refused } from "../../../shared/api/problem.ts";
import { newId } from "../../../shared/new-id.ts";
import { isAccepted, sendMaterial } from "./upload.ts";

export interface Upload {
  id: string;
  file: File;
  state: "waiting" | "sending" | "failed" | "refused";
  /** From 0 to 1. */
  share: number;
  /** Why not, in the API's words, or which rule of ours. */
  why?: string | undefined;
}

const AT_ONCE = 3;

/** Files on their way into an archive: three at a time, each by itself, each tried again when asked. */
export function useUploads(activityId: string) {
  const client = useQueryClient();
  const [uploads, setUploads] = useState<readonly Upload[]>([]);
  const held = useRef<readonly Upload[]>([]);
  const put = useCallback((next: readonly Upload[]) => {
    held.current = next;
    setUploads(next);
  }, []);
  const mark = useCallback(
    (id: string, said: Partial<Upload>) => put(held.current.map((one) => (one.id === id ? { ...one, ...said } : one))),
    [put],
  );
  const goOn = useCallback(() => {
    const free = AT_ONCE - held.current.filter(({ state }) => state === "sending").length;
    const next = held.current.filter(({ state }) => state === "waiting").slice(0, Math.max(0, free));
    for (const { id, file } of next) {
      mark(id, { state: "sending", share: 0 });
      sendMaterial(activityId, file, (share) => mark(id, { share }))
        .then(() => put(held.current.filter((one) => one.id !== id)))
        .catch((error: unknown) =>
          mark(
            id,
            error instanceof Refused ? { state: "refused", why: error.message || error.code } : { state: "failed" },
          ),
        )
        .finally(() => {
          void client.invalidateQueries();
          goOn();
        });
    }
  }, [activityId, client, mark, put]);
  return {
    uploads,
    add(files: readonly File[]) {
      const fresh = files.map((file): Upload => {
        const why = isAccepted(file.type) ? (file.size > BYTES_MAXIMUM ? "large" : undefined) : "type";
        return { id: newId(), file, state: why ? "refused" : "waiting", share: 0, why };
      });
      put([...held.current, ...fresh]);
      goOn();
    },
    retry(id: string) {
      mark(id, { state: "waiting", why: undefined });
      goOn();
    },
    drop: (id: string) => put(held.current.filter((one) => one.id !== id)),
  };
}

export type Uploads = ReturnType<typeof useUploads>;
