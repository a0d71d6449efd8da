import { consistency, recent } from "../lib/reading.ts";
import { put, type Table, transact } from "../lib/table.ts";
import { type ClientId, chunkOf } from "./served.ts";
import { dispatchEntity } from "./survey.row.ts";

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
  const rows = dispatchEntity(table);
  const rowsOf = async (activityId: string) => {
    const { data } = await rows.query.byActivity({ activityId }).go({ consistent: true, limit: 100, pages: "all" });
    return data;
  };

  return {
    async record({ activityId, chunk, issue, linked, reached }) {
      const key = { activityId, chunk: keyOf(chunk) };
      const { data: before } = await rows.get(key).go({ consistent: true });
      const waiting: readonly string[] = before?.unreached ?? linked;
      const unreached = waiting.filter((clientId) => !reached.includes(clientId));
      const write = rows
        .put({ ...key, issue, issued: before?.issued ?? linked.length, unreached })
        .where((row, { notExists, lte }) => `${notExists(row.issue)} OR ${lte(row.issue, issue)}`)
        .params();
      await transact(table, [put(write)]);
    },
    async counts(activityId) {
      const found = await rowsOf(activityId);
      const issued = found.reduce((sum, row) => sum + row.issued, 0);
      return { issued, delivered: issued - found.reduce((sum, row) => sum + row.unreached.length, 0) };
    },
    async issueTo(activityId, clientId) {
      const key = { activityId, chunk: keyOf(chunkOf(clientId)) };
      const { data } = await rows.get(key).go(consistency(recent));
      return data?.issue ?? 0;
    },
    async isSent(activityId, issue, chunks) {
      return (await rowsOf(activityId)).filter((row) => row.issue >= issue).length >= chunks;
    },
  };
}
