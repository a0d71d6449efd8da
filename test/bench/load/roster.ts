import { setTimeout as wait } from "node:timers/promises";
import { ADMINISTRATOR, type Cast, castOf, rosterOf } from "../roster.ts";
import { type Server, withServer } from "./server.ts";

const POLL_MS = 200;
/** Staff that every roster of the benches has. */
const STAFF = rosterOf({ participants: [], onLeave: [], silent: [], others: [] }).split("\r\n").length - 1;

/** A company of so many people, most of them volunteers. */
export function companyOf(people: number): Cast {
  const { participants } = castOf({ participants: people - STAFF, clients: 0, proposal: false });
  return { participants, onLeave: [], silent: [], others: [] };
}

interface Import {
  id: string;
  status: string;
  counts: Record<string, number>;
  progress?: { done: number; total: number };
}

/** Imports a company by the product's own upload, and watches it from another connection. */
export async function importRoster(server: Server, people: number) {
  const [client, watcher] = [server.client(1), server.client(1)];
  const token = await server.tokenOf("setup");
  const form = new FormData();
  form.set("kind", "roster");
  form.set("file", new File([rosterOf(companyOf(people))], "roster.csv"));
  const began = performance.now();
  const { id, counts } = await client.ask<Import>({ token, method: "POST", path: "/imports", body: form });
  if (counts.bad !== 0 || counts.joins !== people)
    throw new Error(`The preview of ${people} says ${JSON.stringify(counts)}.`);
  const uploaded = performance.now();
  let over = false;
  const seen = new Set<string>();
  const watch = async () => {
    const administrator = await server.tokenOf(`employee:${ADMINISTRATOR}`);
    for (; !over; await wait(POLL_MS)) {
      const path = `/imports/${id}`;
      const asked = await watcher.send({ token, path });
      // From the instant at which the import counts there is an administrator, and setting up is over.
      const { body } = asked.status === 401 ? await watcher.send({ token: administrator, path }) : asked;
      const { progress } = body as Import;
      if (progress) seen.add(`${progress.done}/${progress.total}`);
    }
  };
  const watching = watch();
  const applied = await client.ask<Import>({ token, method: "POST", path: `/imports/${id}/apply` });
  const done = performance.now();
  over = true;
  await watching;
  client.close();
  watcher.close();
  if (applied.status !== "applied") throw new Error(`The import ended up ${applied.status}.`);
  return {
    people,
    uploadSeconds: (uploaded - began) / 1_000,
    applySeconds: (done - uploaded) / 1_000,
    progressSteps: seen.size,
    progress: [...seen],
    ...server.spent(),
  };
}

/** Upload and apply of a roster on an empty machine. */
export const measureRoster = (people: number) => withServer((server) => importRoster(server, people));
