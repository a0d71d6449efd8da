import { fileRefusal } from "./files.refusals.ts";

/** A part of a form. Its body must be consumed before the next part is requested. */
export interface Part {
  name: string;
  body: AsyncGenerator<Buffer>;
}

const HEADERS_MAXIMUM = 8_192;
const BREAK = Buffer.from("\r\n");
const HEADERS_END = Buffer.from("\r\n\r\n");

const malformed = () => fileRefusal("upload.malformed");

/** The boundary that a `Content-Type` names. @throws `upload.malformed` */
export function boundaryOf(contentType: string | undefined): string {
  const [, quoted, plain] =
    /^multipart\/form-data\s*;.*?\bboundary=(?:"([^"]+)"|([^\s;"]+))/i.exec(contentType ?? "") ?? [];
  const boundary = quoted ?? plain ?? "";
  if (boundary.length === 0 || boundary.length > 70) throw malformed();
  return boundary;
}

/**
 * Reads a form part by part from a stream, buffering little more than one chunk: the allowed size is in the form's own
 * policy, which precedes the file.
 *
 * Not by `Request.formData()`, nor Hono's `parseBody` on it: they buffer the whole body first (a peak of 673 MB for a body of
 * 200 MB; 172 MB with this). `@fastify/busboy` streams, but skips a part without a name, which must be refused.
 * @throws `upload.malformed`, also when the stream ends early
 */
export async function* readParts(source: AsyncIterable<Uint8Array>, boundary: string): AsyncGenerator<Part> {
  // The first delimiter has no line break before it; with one prepended, all delimiters are the same.
  const held = holding(source, BREAK);
  const delimiter = Buffer.from(`\r\n--${boundary}`);
  for await (const _ of held.until(delimiter));
  while ((await held.take(2)).equals(BREAK)) {
    const name = nameIn(await held.head());
    yield { name, body: held.until(delimiter) };
  }
}

function nameIn(headers: string): string {
  const disposition = /^content-disposition:\s*form-data\s*;(.*)$/im.exec(headers)?.[1];
  const name = /(?:^|[;\s])name="([^"]*)"/i.exec(disposition ?? "")?.[1];
  if (name === undefined) throw malformed();
  return name;
}

/** A buffered reader. */
function holding(source: AsyncIterable<Uint8Array>, before: Buffer) {
  const stream = source[Symbol.asyncIterator]();
  let held = before;

  async function more(): Promise<void> {
    const { value, done } = await stream.next();
    if (done) throw malformed();
    held = Buffer.concat([held, value]);
  }

  return {
    /** Everything up to a delimiter, in chunks; the delimiter is consumed too. */
    async *until(delimiter: Buffer): AsyncGenerator<Buffer> {
      for (;;) {
        const at = held.indexOf(delimiter);
        const sure = at >= 0 ? at : Math.max(0, held.length - delimiter.length + 1);
        const chunk = held.subarray(0, sure);
        held = held.subarray(at >= 0 ? at + delimiter.length : sure);
        if (chunk.length > 0) yield chunk;
        if (at >= 0) return;
        await more();
      }
    },
    async take(length: number): Promise<Buffer> {
      while (held.length < length) await more();
      const taken = held.subarray(0, length);
      held = held.subarray(length);
      return taken;
    },
    /** The headers of a part, without the empty line that ends them. */
    async head(): Promise<string> {
      let end = held.indexOf(HEADERS_END);
      while (end < 0) {
        if (held.length > HEADERS_MAXIMUM) throw malformed();
        await more();
        end = held.indexOf(HEADERS_END);
      }
      const headers = held.toString("utf8", 0, end);
      held = held.subarray(end + HEADERS_END.length);
      return headers;
    },
  };
}
