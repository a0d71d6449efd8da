import { useRef, useState } from "react";
import { Refused } from "../../../shared/api/problem.ts";
import { newId } from "../../../shared/new-id.ts";
import { send, takeBack } from "../../../shared/photos/photo.ts";

/** A receipt on its way; what was not sent is tried again under the same key. */
export interface Receipt {
  id: string;
  file: File;
  state: "sending" | "sent" | "failed" | "refused";
  remoteId?: string;
  why?: string;
}

/** Files that prove one expense. */
export const MOST = 5;

/** Receipts of an expense that is being typed, each sent by itself. */
export function useReceipts(activityId: string) {
  const target = { use: "receipt", activityId } as const;
  const [items, setItems] = useState<readonly Receipt[]>([]);
  const held = useRef(items);
  const put = (next: readonly Receipt[]) => {
    held.current = next;
    setItems(next);
  };
  const mark = (id: string, said: Partial<Receipt>) =>
    put(held.current.map((one) => (one.id === id ? { ...one, ...said } : one)));
  const go = async ({ id, file }: Receipt) => {
    mark(id, { state: "sending" });
    const { name, type, size: bytes } = file;
    try {
      mark(id, { state: "sent", remoteId: await send(target, { id, name, type, bytes, state: "sending" }, file) });
    } catch (error) {
      const why = error instanceof Refused ? error.message || error.code : undefined;
      mark(id, why === undefined ? { state: "failed" } : { state: "refused", why });
    }
  };
  return {
    items,
    sent: items.flatMap(({ remoteId }) => (remoteId === undefined ? [] : [remoteId])),
    pending: items.some(({ state }) => state === "sending"),
    add(files: readonly File[]) {
      const room = Math.max(0, MOST - held.current.length);
      const added = files.slice(0, room).map((file): Receipt => ({ id: newId(), file, state: "sending" }));
      put([...held.current, ...added]);
      for (const one of added) void go(one);
    },
    again: (receipt: Receipt) => void go(receipt),
    remove({ id, remoteId }: Receipt) {
      put(held.current.filter((one) => one.id !== id));
      // One that stays on the server is named by nobody.
      if (remoteId !== undefined) void takeBack(target, remoteId).catch(() => undefined);
    },
    clear: () => put([]),
  };
}

export type Receipts = ReturnType<typeof useReceipts>;
