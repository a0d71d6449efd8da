import { useQueryClient } from "@tanstack/react-query";
import { useCallback, useEffect, useRef, useState } from "react";
import { call } from "../../shared/api/call.ts";
import { isUnreached } from "../../shared/api/problem.ts";
import { useReading } from "../../shared/api/use-reading.ts";
import { newId } from "../../shared/new-id.ts";
import { answered, changeKept, type Entry, type Kept, keepRoll, NOTHING, readKept, settled, tapped } from "./queue.ts";

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

interface At {
  id: string;
  sessionId: string;
}

/** The list as it was last read, and what has not been taken yet; read again from the phone by `refresh`. */
function useKept(key: string, path: At) {
  const [kept, setKept] = useState(NOTHING);
  const [ready, setReady] = useState(false);
  const roll = useReading("GET /activities/{id}/sessions/{sessionId}/roll", { path: { ...path } });
  const refresh = useCallback(async () => {
    setKept(await readKept(key));
    setReady(true);
  }, [key]);
  useEffect(() => {
    if (roll.data) void keepRoll(key, roll.data, Date.now()).then(refresh);
    else void refresh();
  }, [roll.data, key, refresh]);
  return { kept, ready, refresh, error: kept.roll || isUnreached(roll.error) ? undefined : roll.error };
}

/** Hands in what is kept whenever there is a network, and at most once at a time. */
function useSync(key: string, { id, sessionId }: At, refresh: () => Promise<void>) {
  const client = useQueryClient();
  const [fault, setFault] = useState<unknown>();
  const sending = useRef(false);
  const sync = useCallback(async () => {
    const entries = (await readKept(key)).entries.slice(0, MOST_AT_ONCE);
    if (sending.current || entries.length === 0) return;
    sending.current = true;
    try {
      const path = { id, sessionId };
      const answer = await call("POST /activities/{id}/sessions/{sessionId}/roll-call/sync", {
        path,
        body: { entries },
      });
      await changeKept(key, (held) => answered(held, entries, answer.entries));
      setFault(undefined);
      void client.invalidateQueries();
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
  return { sync, fault };
}

/** What is kept once the leader has said something: with the version that they saw. */
function said(held: Kept, what: Parameters<RollCall["say"]>[0]): Kept {
  const stands = held.roll?.people.find((person) => person.memberId === what.memberId)?.stands;
  const entry = { key: newId(), occurredAt: new Date().toISOString(), offsetMs: held.offsetMs, ...what };
  return tapped(held, stands && entry.seen === undefined ? { ...entry, seen: stands.version } : entry);
}

/** A leader's roll-call, which goes on without a network: kept on this phone, handed in when there is one. */
export function useRollCall(memberId: string, path: At): RollCall {
  const key = `roll:${memberId}:${path.id}:${path.sessionId}`;
  const { kept, ready, refresh, error } = useKept(key, path);
  const { sync, fault } = useSync(key, path, refresh);
  return {
    kept,
    ready,
    error: fault ?? error,
    async say(what) {
      await changeKept(key, (held) => said(held, what));
      await refresh();
      void sync();
    },
    async leave(person) {
      await changeKept(key, (held) => settled(held, person));
      await refresh();
    },
  };
}
