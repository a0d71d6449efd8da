import { createHash } from "node:crypto";
import { once } from "node:events";
import { createReadStream, createWriteStream } from "node:fs";
import { finished } from "node:stream/promises";

/** How many bytes a file has and their SHA-256, 64 lower-case hexadecimal digits. */
export interface Sum {
  bytes: number;
  sha256: string;
}

/** A file that is written line by line. */
export interface LineFile {
  write(line: string): Promise<void>;
  /** Puts the file on the disk. */
  end(): Promise<Sum>;
}

/** Makes a file for its owner alone; one that is there already is an error. */
export function openLines(path: string): LineFile {
  const stream = createWriteStream(path, { flags: "wx", mode: 0o600, flush: true });
  const hash = createHash("sha256");
  let bytes = 0;
  // Asked for at once, so that an error before the end is nobody's surprise.
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
 * The lines of a file, one at a time; memory does not grow with the file.
 *
 * Only a line feed ends one: texts of people may hold other characters that end lines elsewhere.
 * @returns the file's sum, when it was read to its end
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
