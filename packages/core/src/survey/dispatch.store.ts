import { recent } from "../lib/reading.ts";
import { type Table, transact } from "../lib/table.ts";
import { type ClientId, chunkOf } from "./served.ts";
import { dispatchDocuments } from "./survey.row.ts";

/** How the sending of one issue to one hundred clients went. */
export interface Sending {
  activityId: string;
  chunk: number;
  issue: number;
  /** Clients to whom a link was sent, and those of them whose message the channel took. */
  linked: readonly string[];
  reached: readonly string[];
}

/** How far the sending of a survey came. */
export interface Dispatches {
  /** Keeps how a sending went; the same sending kept twice counts once. */
  record(sending: Sending): Promise<void>;
  /** Clients with a link, and those whom at least one message reached. */
  counts(activityId: string): Promise<{ issued: number; delivered: number }>;
  /** The newest issue that went out to a client's hundred; 0 while the first is on its way. The links before it are dead, within a second. */
  issueTo(activityId: string, clientId: ClientId): Promise<number>;
  /** Whether an issue went out to each of the first `chunks` hundreds. */
  isSent(activityId: string, issue: number, chunks: number): Promise<boolean>;
}

const keyOf = (chunk: number): string => String(chunk).padStart(3, "0");

export function dynamoDispatches(table: Table): Dispatches {
  const rows = dispatchDocuments(table);
  const of = (activityId: string) => rows.all("key", { activityId }, { limit: 100 });

  return {
    async record({ activityId, chunk, issue, linked, reached }) {
      const key = { activityId, chunk: keyOf(chunk) };
      const before = await rows.find(key);
      const unreached = (before?.unreached ?? linked).filter((clientId) => !reached.includes(clientId));
      const sent = { ...key, issue, issued: before?.issued ?? linked.length, unreached };
      const write = rows.ops.put(
        sent,
        (row, { notExists, lte }) => `${notExists(row.issue)} OR ${lte(row.issue, issue)}`,
      );
      await transact(table, [write]);
    },
    async counts(activityId) {
      const found = await of(activityId);
      const issued = found.reduce((sum, row) => sum + row.issued, 0);
      return { issued, delivered: issued - found.reduce((sum, row) => sum + row.unreached.length, 0) };
    },
    async issueTo(activityId, clientId) {
      const sent = await rows.find({ activityId, chunk: keyOf(chunkOf(clientId)) }, recent);
      return sent?.issue ?? 0;
    },
    async isSent(activityId, issue, chunks) {
      return (await of(activityId)).filter((row) => row.issue >= issue).length >= chunks;
    },
  };
}
