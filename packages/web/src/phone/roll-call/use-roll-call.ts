import { useQueryClient } from "@tanstack/react-query";
import { useCallback, useEffect, useRef, useState } from "react";
import { call } from "../../shared/api/call.ts";
import { isUnreached } from "../../shared/api/problem.ts";
import { useReading } from "../../shared/api/use-reading.ts";
import { newId } from "../../shared/new-id.ts";
import { answered, changeKept, type Entry, type Kept, keepRoll, NOTHING, readKept, tapped } from "./queue.ts";

const AGAIN_MS = 5_000;
const MOST_AT_ONCE = 200;

export interface RollCall {
  kept: Kept;
  /** Whether what was kept on this phone has been read. */
  ready: boolean;
  /** Why nothing is shown or sent, when it is not the network. */
  error: unknown;
  say(said: Pick<Entry, "memberId" | "state"> & Partial<Entry>): Promise<void>;
  /** Leaves what stands, and forgets what was said against it. */
  leave(memberId: string): Promise<void>;
}

/** A leader's roll-call, which goes on without a network: kept on this phone, handed in when there is one. */
export function useRollCall(memberId: string, { id, sessionId }: { id: string; sessionId: string }): RollCall {
  const key = `roll:${memberId}:${id}:${sessionId}`;
  const client = useQueryClient();
  const [kept, setKept] = useState(NOTHING);
  const [ready, setReady] = useState(false);
  const [fault, setFault] = useState<unknown>();
  const roll = useReading("GET /activities/{id}/sessions/{sessionId}/roll", { path: { id, sessionId } });
  const sending = useRef(false);

  const refresh = useCallback(async () => {
    setKept(await readKept(key));
    setReady(true);
  }, [key]);
  useEffect(() => {
    if (roll.data) void keepRoll(key, roll.data, Date.now()).then(refresh);
    else void refresh();
  }, [roll.data, key, refresh]);

  const sync = useCallback(async () => {
    const entries = (await readKept(key)).entries.slice(0, MOST_AT_ONCE);
    if (sending.current || entries.length === 0) return;
    sending.current = true;
    try {
      const answer = await call("POST /activities/{id}/sessions/{sessionId}/roll-call/sync", {
        path: { id, sessionId },
        body: { entries },
      });
      await changeKept(key, (held) => answered(held, entries, answer.entries));
      setFault(undefined);
      await client.invalidateQueries();
    } catch (error) {
      setFault(isUnreached(error) ? undefined : error);
    } finally {
      sending.current = false;
      await refresh();
    }
  }, [key, id, sessionId, client, refresh]);
  useEffect(() => {
    const go = () => void sync();
    go();
    const timer = setInterval(go, AGAIN_MS);
    addEventListener("online", go);
    return () => {
      clearInterval(timer);
      removeEventListener("online", go);
    };
  }, [sync]);

  return {
    kept,
    ready,
    error: fault ?? (kept.roll || isUnreached(roll.error) ? undefined : roll.error),
    async say(said) {
      await changeKept(key, (held) => {
        const stands = held.roll?.people.find((person) => person.memberId === said.memberId)?.stands;
        const entry = { key: newId(), occurredAt: new Date().toISOString(), offsetMs: held.offsetMs, ...said };
        return tapped(held, stands && entry.seen === undefined ? { ...entry, seen: stands.version } : entry);
      });
      await refresh();
      void sync();
    },
    async leave(person) {
      await changeKept(key, (held) => ({
        ...held,
        unsettled: Object.fromEntries(Object.entries(held.unsettled).filter(([one]) => one !== person)),
      }));
      await refresh();
    },
  };
}
