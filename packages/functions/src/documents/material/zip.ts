import { crc32, createInflateRaw } from "node:zlib";
import { Fault } from "./fault.ts";

/** One file in an archive, as the directory at its end says. */
export interface ZipEntry {
  name: string;
  stored: boolean;
  packedBytes: number;
  bytes: number;
  crc: number;
  offset: number;
}

const END = 0x06054b50;
const END_BYTES = 22;
const CENTRAL = 0x02014b50;
const CENTRAL_BYTES = 46;
const LOCAL = 0x04034b50;
const LOCAL_BYTES = 30;
const COMMENT_MAXIMUM = 0xffff;
const ENTRIES_MAXIMUM = 5000;
/** A document of 20 MB that unpacks to more than this is a bomb. */
const UNPACKED_MAXIMUM = 200_000_000;

const damaged = (cause?: unknown) => new Fault("damaged", { cause });

/** Where the directory's end record is, if the archive ends with it and its comment, to the byte. */
export function endOfZip(bytes: Buffer): number | undefined {
  const lowest = Math.max(0, bytes.length - END_BYTES - COMMENT_MAXIMUM);
  for (let at = bytes.length - END_BYTES; at >= lowest; at--)
    if (bytes.readUInt32LE(at) === END && at + END_BYTES + bytes.readUInt16LE(at + 20) === bytes.length) return at;
  return undefined;
}

/**
 * Reads the directory of an archive; nothing is unpacked.
 * @throws Fault `damaged`, also for what a document never is (encrypted, split, ZIP64, overlapping), `unpacksTooLarge`
 */
export function zipEntries(bytes: Buffer): ZipEntry[] {
  const end = endOfZip(bytes);
  if (end === undefined) throw damaged();
  const count = bytes.readUInt16LE(end + 10);
  let at = bytes.readUInt32LE(end + 16);
  // A directory that does not end where the end record begins leaves room for something else, such as ZIP64.
  if (at + bytes.readUInt32LE(end + 12) !== end || count === 0 || count > ENTRIES_MAXIMUM) throw damaged();
  const entries: ZipEntry[] = [];
  for (let index = 0; index < count; index++) {
    if (at + CENTRAL_BYTES > end || bytes.readUInt32LE(at) !== CENTRAL) throw damaged();
    entries.push(entryAt(bytes, at));
    at += CENTRAL_BYTES + bytes.readUInt16LE(at + 28) + bytes.readUInt16LE(at + 30) + bytes.readUInt16LE(at + 32);
  }
  if (at !== end) throw damaged();
  if (entries.reduce((sum, entry) => sum + entry.bytes, 0) > UNPACKED_MAXIMUM) throw new Fault("unpacksTooLarge");
  refuseOverlaps(entries, bytes.readUInt32LE(end + 16));
  return entries;
}

function entryAt(bytes: Buffer, at: number): ZipEntry {
  const method = bytes.readUInt16LE(at + 10);
  const encrypted = (bytes.readUInt16LE(at + 8) & 1) === 1;
  if (encrypted || (method !== 0 && method !== 8)) throw damaged();
  const nameAt = at + CENTRAL_BYTES;
  return {
    name: bytes.toString("utf8", nameAt, nameAt + bytes.readUInt16LE(at + 28)),
    stored: method === 0,
    packedBytes: bytes.readUInt32LE(at + 20),
    bytes: bytes.readUInt32LE(at + 24),
    crc: bytes.readUInt32LE(at + 16),
    offset: bytes.readUInt32LE(at + 42),
  };
}

/** Entries that share bytes are how a small archive declares a huge content many times over. */
function refuseOverlaps(entries: readonly ZipEntry[], directoryAt: number): void {
  let free = 0;
  for (const entry of entries.toSorted((a, b) => a.offset - b.offset)) {
    if (entry.offset < free) throw damaged();
    free = entry.offset + LOCAL_BYTES + entry.packedBytes;
  }
  if (free > directoryAt) throw damaged();
}

/**
 * Unpacks one entry chunk by chunk, never more than it declares.
 * @param keep - hands back the content; without it the content is only checked and an empty text comes back
 * @throws Fault `damaged` when its size or checksum is another than declared
 */
export async function unpack(archive: Buffer, entry: ZipEntry, { keep = false } = {}): Promise<Buffer> {
  const { offset, packedBytes } = entry;
  if (offset + LOCAL_BYTES > archive.length || archive.readUInt32LE(offset) !== LOCAL) throw damaged();
  const from = offset + LOCAL_BYTES + archive.readUInt16LE(offset + 26) + archive.readUInt16LE(offset + 28);
  if (from + packedBytes > archive.length) throw damaged();
  const packed = archive.subarray(from, from + packedBytes);
  const kept: Buffer[] = [];
  let size = 0;
  let crc = 0;
  for await (const chunk of entry.stored ? [packed] : inflated(packed)) {
    size += chunk.length;
    if (size > entry.bytes) throw damaged();
    crc = crc32(chunk, crc);
    if (keep) kept.push(chunk);
  }
  if (size !== entry.bytes || crc !== entry.crc) throw damaged();
  return Buffer.concat(kept);
}

async function* inflated(packed: Buffer): AsyncGenerator<Buffer> {
  const inflate = createInflateRaw();
  inflate.end(packed);
  try {
    yield* inflate;
  } catch (error) {
    throw damaged(error);
  }
}
