import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { DatabaseSync, type SQLInputValue } from "node:sqlite";
import type { Channel, Channels } from "@yigong/application/ports/channels.ts";

export const WAYS = ["im", "sms", "mail", "board"] as const;
export type Way = (typeof WAYS)[number];

/** A message that would have been sent. A notice on the board has an empty recipient. */
export interface Item {
  id: number;
  way: Way;
  key: string;
  recipient: string;
  subject: string;
  body: string;
  /** ISO-8601 UTC. */
  at: string;
}

/** Filter: by way, by a part of the recipient, older than an item; at most `limit` items. */
export interface Asked {
  way?: Way | undefined;
  recipient?: string | undefined;
  before?: number | undefined;
  limit: number;
}

/** Channels that store messages instead of sending them. */
export interface Inbox {
  channels: { [Name in Way]: NonNullable<Channels[Name]> };
  /** Newest first; `before` is the cursor of the next page. */
  list(asked: Asked): { items: Item[]; before?: number | undefined };
  close(): void;
}

/** Number of items that are kept, the newest. */
const MOST = 20_000;

const SCHEMA = `
PRAGMA journal_mode = WAL;
PRAGMA synchronous = NORMAL;
CREATE TABLE IF NOT EXISTS item (
  id INTEGER PRIMARY KEY AUTOINCREMENT, way TEXT NOT NULL, key TEXT NOT NULL, recipient TEXT NOT NULL,
  subject TEXT NOT NULL, body TEXT NOT NULL, at TEXT NOT NULL, UNIQUE (way, key)
) STRICT;
`;

const PAGE = `
SELECT id, way, key, recipient, subject, body, at FROM item
WHERE (:way IS NULL OR way = :way) AND (:recipient IS NULL OR instr(lower(recipient), lower(:recipient)) > 0)
  AND (:before IS NULL OR id < :before)
ORDER BY id DESC LIMIT :limit
`;

/**
 * Opens the inbox in the data directory. Several processes may share it.
 *
 * Idempotent by a message's key, so that a repeat after a crash adds no second copy. A killed process loses nothing; a
 * power cut may lose the last items.
 * @param most - how many items are kept, the newest 20,000 by default
 */
export function openInbox({ dataDir, now, most = MOST }: { dataDir: string; now: () => string; most?: number }): Inbox {
  mkdirSync(dataDir, { recursive: true });
  const database = new DatabaseSync(join(dataDir, "inbox.sqlite"), { timeout: 5_000 });
  database.exec(SCHEMA);
  const add = database.prepare(
    "INSERT OR IGNORE INTO item (way, key, recipient, subject, body, at) VALUES (?, ?, ?, ?, ?, ?)",
  );
  const drop = database.prepare("DELETE FROM item WHERE id <= (SELECT max(id) FROM item) - ?");
  const page = database.prepare(PAGE);

  const keep = (way: Way, ...rest: SQLInputValue[]) => {
    if (add.run(way, ...rest).changes) drop.run(most);
  };
  const channel = (way: Way): Channel => ({
    send: async ({ key, to, subject, body }) => keep(way, key, to, subject, body, now()),
  });

  return {
    channels: {
      im: channel("im"),
      sms: channel("sms"),
      mail: channel("mail"),
      board: {
        post: async ({ key, title, paragraphs }) => keep("board", key, "", title, paragraphs.join("\n\n"), now()),
      },
    },
    list({ way, recipient, before, limit }) {
      const found = page.all({
        way: way ?? null,
        recipient: recipient || null,
        before: before ?? null,
        limit: limit + 1,
      });
      const items = found.slice(0, limit) as unknown as Item[];
      return found.length > limit ? { items, before: items.at(-1)?.id } : { items };
    },
    close: () => database.close(),
  };
}
