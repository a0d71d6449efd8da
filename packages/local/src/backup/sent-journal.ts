import { createHash } from "node:crypto";
import { appendFile, mkdir, readdir, readFile, rm } from "node:fs/promises";
import { join } from "node:path";
import type { CardApp } from "@yigong/application/ports/cards.ts";
import type { Channel, Channels } from "@yigong/application/ports/channels.ts";

/**
 * Which messages went out, beside the copies: what a copy cannot know of the time after it. A restored machine sends
 * again what its rows still hold, and leaves out what stands here.
 */
export interface SentJournal {
  /** The same channels, which note what they sent and do not send what stood in the journal at the start. */
  kept(channels: Channels): Channels;
  /** The same for the office apps that show cards. */
  keptCards<App extends CardApp>(apps: readonly App[]): App[];
}

const DAY_MS = 86_400_000;
const NAME = /^\d{4}-\d\d-\d\d\.log$/;
const folderIn = (directory: string): string => join(directory, "sent");
const fileOf = (at: string): string => `${at.slice(0, 10)}.log`;

/**
 * A message's id begins with the instant at which its cause fell due, which is another one where a restored machine does a
 * thing once more; the rest is of its cause and its reader alone.
 */
const sameAgain = (key: string): string => (/^msg_[0-9a-z]{26}$/.test(key) ? key.slice(-16) : key);
const markOf = (key: string): string => createHash("sha256").update(sameAgain(key)).digest("hex").slice(0, 32);

export interface JournalOptions {
  /** Where copies are kept; without one nothing is noted. */
  directory: string | undefined;
  /** Marks of a machine that this one was restored from. */
  before: ReadonlySet<string>;
  /** ISO-8601 UTC. */
  now: () => string;
  report: (what: string, error: unknown) => void;
}

export function openSentJournal({ directory, before, now, report }: JournalOptions): SentJournal {
  const note = async (key: string) => {
    if (directory === undefined) return;
    const folder = folderIn(directory);
    const write = () => appendFile(join(folder, fileOf(now())), `${markOf(key)}\n`, { mode: 0o600 });
    try {
      await write().catch(async () => {
        await mkdir(folder, { recursive: true, mode: 0o700 });
        await write();
      });
    } catch (error) {
      // Nobody is left without a message because it could not be noted.
      report("sent journal", error);
    }
  };
  const once = async <Told>(key: string, send: () => Promise<Told>): Promise<Told | undefined> => {
    if (before.has(markOf(key))) return undefined;
    const told = await send();
    await note(key);
    return told;
  };
  const person = (channel: Channel): Channel => ({
    send: (parcel, signal) => once(parcel.key, () => channel.send(parcel, signal)),
  });
  return {
    keptCards: (apps) =>
      apps.map((app) => ({ ...app, send: (card, signal) => once(card.key, () => app.send(card, signal)) })),
    kept: ({ im, sms, mail, board, ...rest }) => ({
      ...rest,
      ...(im ? { im: person(im) } : {}),
      ...(sms ? { sms: person(sms) } : {}),
      ...(mail ? { mail: person(mail) } : {}),
      ...(board ? { board: { post: (notice, signal) => once(notice.key, () => board.post(notice, signal)) } } : {}),
    }),
  };
}

const namesIn = (directory: string): Promise<string[]> => readdir(folderIn(directory)).catch(() => []);

/** Removes days that no copy needs any more. @param oldest - instant of the oldest copy */
export async function pruneJournal(directory: string, oldest: string): Promise<void> {
  const first = fileOf(new Date(Date.parse(oldest) - DAY_MS).toISOString());
  for (const name of await namesIn(directory))
    if (NAME.test(name) && name < first) await rm(join(folderIn(directory), name), { force: true });
}

/** The marks since a copy, and of the day before; undefined when there is no journal. */
export async function sentSince(directory: string, at: string): Promise<string[] | undefined> {
  const first = fileOf(new Date(Date.parse(at) - DAY_MS).toISOString());
  const names = (await namesIn(directory)).filter((name) => NAME.test(name));
  if (names.length === 0) return undefined;
  const texts = names.filter((name) => name >= first).map((name) => readFile(join(folderIn(directory), name), "utf8"));
  return (await Promise.all(texts)).flatMap(marksIn);
}

/** A line that was cut by a power failure is none. */
export const marksIn = (text: string): string[] => text.split("\n").filter((line) => /^[0-9a-f]{32}$/.test(line));
