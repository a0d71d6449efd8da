import { createHash } from "node:crypto";
import { once } from "node:events";
import { createReadStream, createWriteStream } from "node:fs";
import { finished } from "node:stream/promises";

/** Size of a file in bytes and its SHA-256, 64 lower-case hexadecimal digits. */
export interface Sum {
  bytes: number;
  sha256: string;
}

/** A file that is written line by line. */
export interface LineFile {
  write(line: string): Promise<void>;
  /** Flushes the file to disk and closes it. */
  end(): Promise<Sum>;
}

/** Creates a file that only its owner can read; fails if it exists. */
export function openLines(path: string): LineFile {
  const stream = createWriteStream(path, { flags: "wx", mode: 0o600, flush: true });
  const hash = createHash("sha256");
  let bytes = 0;
  // Observed from the start, so that an error before `end` is not an unhandled rejection.
  const ended = finished(stream);
  ended.catch(() => {});
  return {
    async write(line) {
      const chunk = Buffer.from(`${line}\n`);
      bytes += chunk.length;
      hash.update(chunk);
      if (!stream.write(chunk)) await Promise.race([once(stream, "drain"), ended]);
    },
    async end() {
      stream.end();
      await ended;
      return { bytes, sha256: hash.digest("hex") };
    },
  };
}

/**
 * Reads a file line by line in constant memory.
 *
 * Only a line feed ends a line, since free text may contain U+2028 and the like.
 * @returns the file's checksum, after the last line
 */
export async function* linesIn(path: string): AsyncGenerator<string, Sum> {
  const hash = createHash("sha256");
  let bytes = 0;
  let rest: Buffer[] = [];
  for await (const chunk of createReadStream(path, { highWaterMark: 1 << 20 }) as AsyncIterable<Buffer>) {
    hash.update(chunk);
    bytes += chunk.length;
    let from = 0;
    for (let at = chunk.indexOf(10); at >= 0; at = chunk.indexOf(10, from)) {
      yield Buffer.concat([...rest, chunk.subarray(from, at)]).toString("utf8");
      rest = [];
      from = at + 1;
    }
    if (from < chunk.length) rest.push(chunk.subarray(from));
  }
  if (rest.length > 0) yield Buffer.concat(rest).toString("utf8");
  return { bytes, sha256: hash.digest("hex") };
}
