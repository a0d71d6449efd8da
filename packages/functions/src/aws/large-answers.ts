import type { Files } from "@yigong/application/ports/files.ts";
import type { Hono as App, Env, Schema } from "hono";
import { Hono } from "hono";
import { onError } from "../api/problem.ts";

/** An answer with its headers has 6 MB. @source AWS Lambda Developer Guide, Quotas */
const CARRIED_BYTES = 5_900_000;

/** The size of an answer in the response of the function: bytes as base64, or a text with its quotes and breaks escaped. */
function carriedBytes(bytes: Uint8Array): number {
  const doubled = bytes.reduce(
    (count, byte) => (byte === 0x22 || byte === 0x5c || byte === 0x0a ? count + 1 : count),
    0,
  );
  return Math.max(Math.ceil((bytes.length * 4) / 3), bytes.length + doubled);
}

interface LinkDeps {
  files: Pick<Files, "write" | "servingUrl">;
  /** Random lower-case hexadecimal digits. */
  random: (digits: number) => string;
  report: (what: string, error: unknown) => void;
}

const nameIn = (disposition: string | null): string | undefined => /filename="([^"]+)"/.exec(disposition ?? "")?.[1];

/**
 * Stores an answer that exceeds the limit among the served files under a random name, and answers 303 with a link that is
 * valid for an hour at least. A rule of the bucket deletes such files after a day.
 */
export const behindLinks = <E extends Env, S extends Schema>(
  app: App<E, S, "/">,
  { files, random, report }: LinkDeps,
) =>
  new Hono().onError(onError((error, route) => report(`request ${route}`, error))).all("*", async (c) => {
    const answer = await app.fetch(c.req.raw, c.env as E["Bindings"]);
    if (c.req.method !== "GET" || answer.status !== 200 || answer.body === null) return answer;
    const bytes = new Uint8Array(await answer.arrayBuffer());
    if (carriedBytes(bytes) <= CARRIED_BYTES) return new Response(bytes, answer);
    const key = `serving/downloads/${random(32)}`;
    await files.write(key, bytes, answer.headers.get("content-type") ?? "application/octet-stream");
    const downloadName = nameIn(answer.headers.get("content-disposition"));
    const location = await files.servingUrl(key, downloadName === undefined ? {} : { downloadName });
    const headers = new Headers({ location, "cache-control": "no-store" });
    const requestId = answer.headers.get("x-request-id");
    if (requestId !== null) headers.set("x-request-id", requestId);
    return new Response(null, { status: 303, headers });
  });
