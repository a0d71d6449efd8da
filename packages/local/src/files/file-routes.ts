import { createReadStream } from "node:fs";
import { extname } from "node:path";
import { Readable } from "node:stream";
import { Refusal } from "@yigong/core/lib/error.ts";
import { onError } from "@yigong/functions/api/problem.ts";
import { type Context, Hono } from "hono";
import type { Directory } from "./directory.ts";
import { fileRefusal } from "./files.refusals.ts";
import { typeOf } from "./media-type.ts";
import { boundaryOf, type Part, readParts } from "./multipart.ts";
import { requireLink } from "./signed-link.ts";
import { allowedBy } from "./upload-policy.ts";

const FIELDS_MAXIMUM = 20;
const FIELD_BYTES_MAXIMUM = 16_384;

interface FileRoutesOptions {
  directory: Directory;
  secret: string;
  now: () => string;
}

/**
 * Accepts uploads like S3 (`POST /uploads`) and serves files (`GET /files/…`) by signed links.
 *
 * No sign-in: the signature is the authorization. The form has its own size limit, so mount the routes before any other.
 */
export function fileRoutes({ directory, secret, now }: FileRoutesOptions): Hono {
  return new Hono()
    .onError(answerRefusal)
    .post("/uploads", async (c) => {
      const { body } = c.req.raw;
      if (!body) throw fileRefusal("upload.malformed/empty");
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
      if (bytes === undefined) throw fileRefusal("file.missing");
      const headers = headersOf(key, bytes, name);
      // A stream that is opened for HEAD would never be read, and the file never closed.
      if (c.req.method === "HEAD") return c.body(null, 200, headers);
      return c.body(Readable.toWeb(createReadStream(directory.pathOf(key))) as ReadableStream, 200, headers);
    });
}

/** Answers refusals of a form or link as problem documents; other errors are passed on to the server's handler. */
const answerRefusal = (error: Error, c: Context) => {
  if (error instanceof Refusal) return onError(() => {})(error, c);
  throw error;
};

type Rule = (fields: ReadonlyMap<string, string>) => { key: string; minBytes: number; maxBytes: number };

/** Reads the fields, then the file. Parts after the file are ignored, as by S3. */
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
  throw fileRefusal("upload.malformed/noFile");
}

async function textOf(chunks: AsyncIterable<Buffer>): Promise<string> {
  const read: Buffer[] = [];
  for await (const chunk of chunks) read.push(chunk);
  return Buffer.concat(read).toString("utf8");
}

/** Passes chunks on. @throws `upload.too_large` at the first excess byte, `upload.too_small` at the end */
async function* within(chunks: AsyncIterable<Buffer>, minBytes: number, maxBytes: number): AsyncGenerator<Buffer> {
  let bytes = 0;
  for await (const chunk of chunks) {
    bytes += chunk.length;
    if (bytes > maxBytes) throw fileRefusal("upload.too_large", { bytes: maxBytes });
    yield chunk;
  }
  if (bytes < minBytes) throw fileRefusal("upload.too_small", { bytes: minBytes });
}

/** Headers against content sniffing and script execution; documents are always downloaded. */
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
