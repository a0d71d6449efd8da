import { createReadStream } from "node:fs";
import { extname } from "node:path";
import { Readable } from "node:stream";
import { Refusal } from "@yigong/core/lib/error.ts";
import { onError } from "@yigong/functions/api/problem.ts";
import { type Context, Hono } from "hono";
import type { Directory } from "./directory.ts";
import { typeOf } from "./media-type.ts";
import { boundaryOf, type Part, readParts } from "./multipart.ts";
import { requireLink } from "./signed-link.ts";
import { allowedBy } from "./upload-policy.ts";

const FIELDS_MAXIMUM = 20;
const FIELD_BYTES_MAXIMUM = 16_384;

interface FileRoutesDeps {
  directory: Directory;
  secret: string;
  now: () => string;
}

/**
 * Takes uploads as S3 does (`POST /uploads`) and serves files (`GET /files/…`) by signed links.
 *
 * No sign-in: the signature is the right. The limit of a body is the form's own, so no other may stand before it.
 */
export function fileRoutes({ directory, secret, now }: FileRoutesDeps): Hono {
  return new Hono()
    .onError(refused)
    .post("/uploads", async (c) => {
      const { body } = c.req.raw;
      if (!body) throw new Refusal("invalid", "upload.malformed", "The upload has no body.");
      await receive(directory, readParts(body, boundaryOf(c.req.header("content-type"))), (fields) =>
        allowedBy(secret, fields, now()),
      );
      return c.body(null, 204);
    })
    .get("/files/:key{.+}", async (c) => {
      const key = c.req.param("key");
      const { expires = "", name = "", signature = "" } = c.req.query();
      requireLink(secret, { key, expires, name, signature }, now());
      const bytes = await directory.size(key);
      if (bytes === undefined) throw new Refusal("missing", "file.missing", "This file is no longer there.");
      const headers = headersOf(key, bytes, name);
      // Nobody would read the file that is opened for a HEAD, so it would stay open.
      if (c.req.method === "HEAD") return c.body(null, 200, headers);
      return c.body(Readable.toWeb(createReadStream(directory.pathOf(key))) as ReadableStream, 200, headers);
    });
}

/** What a form or a link does not allow is told as everywhere; anything else is for the server to report. */
const refused = (error: Error, c: Context) => {
  if (error instanceof Refusal) return onError(() => {})(error, c);
  throw error;
};

type Rule = (fields: ReadonlyMap<string, string>) => { key: string; minBytes: number; maxBytes: number };

/** Reads the fields, then the file; as with S3, what comes after the file is not looked at. */
async function receive(directory: Directory, parts: AsyncGenerator<Part>, rule: Rule): Promise<void> {
  const fields = new Map<string, string>();
  for await (const { name, body } of parts) {
    if (name === "file") {
      const { key, minBytes, maxBytes } = rule(fields);
      return await directory.write(key, within(body, minBytes, maxBytes));
    }
    if (fields.size >= FIELDS_MAXIMUM) break;
    fields.set(name, await textOf(within(body, 0, FIELD_BYTES_MAXIMUM)));
  }
  throw new Refusal("invalid", "upload.malformed", "The upload form has no file.");
}

async function textOf(chunks: AsyncIterable<Buffer>): Promise<string> {
  const read: Buffer[] = [];
  for await (const chunk of chunks) read.push(chunk);
  return Buffer.concat(read).toString("utf8");
}

/** Hands chunks on, and stops as soon as they are more than allowed. */
async function* within(chunks: AsyncIterable<Buffer>, minBytes: number, maxBytes: number): AsyncGenerator<Buffer> {
  let bytes = 0;
  for await (const chunk of chunks) {
    bytes += chunk.length;
    if (bytes > maxBytes)
      throw new Refusal("invalid", "upload.too_large", `This form takes at most ${maxBytes} bytes.`);
    yield chunk;
  }
  if (bytes < minBytes) throw new Refusal("invalid", "upload.too_small", `This form takes at least ${minBytes} bytes.`);
}

/** A file is data: never sniffed, never run, and a document is never opened in place. */
function headersOf(key: string, bytes: number, downloadName: string): Record<string, string> {
  const type = typeOf(key);
  const inline = type.startsWith("image/") && !downloadName;
  const name = encodeURIComponent(downloadName || `file${extname(key)}`).replace(
    /['()*]/g,
    (char) => `%${char.charCodeAt(0).toString(16)}`,
  );
  return {
    "Content-Type": type,
    "Content-Length": String(bytes),
    "Content-Disposition": inline ? "inline" : `attachment; filename*=UTF-8''${name}`,
    "X-Content-Type-Options": "nosniff",
    "Content-Security-Policy": "default-src 'none'; sandbox",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Referrer-Policy": "no-referrer",
    "Cache-Control": "private, max-age=3600, immutable",
  };
}
