import { inOrder } from "@yigong/core/lib/parallel.ts";
import type { Account } from "@yigong/core/points/account.ts";
import { accountLines, ended, headLine, rootLine } from "@yigong/core/points/export.ts";
import type { Ledger } from "@yigong/core/points/points.store.ts";
import type { Roots } from "@yigong/core/points/root.store.ts";
import { everyAccount } from "./take-root.ts";

export interface ExportDeps {
  ledger: Pick<Ledger, "pseudonyms" | "accountsOf" | "chainOf">;
  roots: Pick<Roots, "page">;
}

/** Chains read at a time. */
const AHEAD = 16;

/** Roots come first: what is read afterwards has everything that they know. */
async function* linesOf(deps: ExportDeps, at: string): AsyncGenerator<string> {
  yield headLine(at);
  let cursor: string | undefined;
  do {
    const page = await deps.roots.page({ limit: 30, cursor });
    for (const sealed of page.items) yield rootLine(sealed);
    cursor = page.cursor;
  } while (cursor);
  const read = async (account: Account) => accountLines(account, await deps.ledger.chainOf(account.pseudonym));
  for await (const lines of inOrder(everyAccount(deps.ledger), AHEAD, read)) yield* lines;
}

/**
 * The whole ledger as JSON Lines, a piece of text at a time; memory does not grow with it.
 *
 * Each chain is as it was when it was read; what is posted meanwhile to another is in it or not.
 * @source docs/ledger.md The export
 */
export const ledgerLines = (deps: ExportDeps, at: string): AsyncGenerator<string> => ended(linesOf(deps, at));

/** Text as a body that is sent while it is made. */
export function streamed(lines: AsyncGenerator<string>): ReadableStream<Uint8Array<ArrayBuffer>> {
  const encoder = new TextEncoder();
  return new ReadableStream({
    async pull(controller) {
      const { done, value } = await lines.next();
      if (done) controller.close();
      else controller.enqueue(encoder.encode(value));
    },
    async cancel() {
      await lines.return(undefined);
    },
  });
}
