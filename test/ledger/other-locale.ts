import { createHash } from "node:crypto";
import { type Account, advance, opened } from "@yigong/core/points/account.ts";
import { accountLines, rootLine } from "@yigong/core/points/export.ts";
import { type Posted, pseudonymOf } from "@yigong/core/points/points.ts";
import { seal } from "@yigong/core/points/root.ts";
import { randomHistory } from "@yigong/testing/ledger-history.ts";

// Writes the digest of an export, so that a test can run it under other time zones and locales.
const accounts = new Map<string, { account: Account; chain: Posted[] }>();
for (const draft of randomHistory(3)) {
  const pseudonym = pseudonymOf(draft);
  const before = accounts.get(pseudonym) ?? { account: opened(pseudonym), chain: [] };
  const { account, posted } = advance(before.account, draft);
  accounts.set(pseudonym, { account, chain: [...before.chain, posted] });
}
const all = [...accounts.values()];
const root = seal(
  all.map(({ account }) => account),
  { before: undefined, day: "2026-10-01", at: "2026-10-01T00:00:00.000Z" },
);
const lines = [rootLine(root), ...all.flatMap(({ account, chain }) => accountLines(account, chain))];
process.stdout.write(createHash("sha256").update(lines.join("\n")).digest("hex"));
