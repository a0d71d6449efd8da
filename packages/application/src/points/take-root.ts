import { chunksOf } from "@yigong/core/lib/parallel.ts";
import { dayOf } from "@yigong/core/lib/time.ts";
import type { Account } from "@yigong/core/points/account.ts";
import type { Ledger } from "@yigong/core/points/points.store.ts";
import type { Roots } from "@yigong/core/points/root.store.ts";
import { lengthsAt, seal } from "@yigong/core/points/root.ts";

export interface RootDeps {
  ledger: Accounts;
  roots: Pick<Roots, "sinceFull" | "append">;
  zone: string;
  now: () => string;
}

/** Under which audit entries the roots of the ledger are announced. */
export const LEDGER = "ledger";

/** The ledger as far as accounts are gone through. */
export type Accounts = Pick<Ledger, "pseudonyms" | "accountsOf">;

const AT_ONCE = 200;

/** Every account, in the order of pseudonyms. Each is consistent by itself. */
export async function* everyAccount(ledger: Accounts): AsyncGenerator<Account> {
  for (const pseudonyms of chunksOf(await ledger.pseudonyms(), AT_ONCE)) {
    const found = await ledger.accountsOf(pseudonyms);
    yield* pseudonyms.flatMap((pseudonym) => found.get(pseudonym) ?? []);
  }
}

/**
 * Takes the root of the local day, unless there is one or nobody has points yet, and announces it in the audit.
 *
 * Safe to run as often as one likes, also at the same time: a root's number is written once.
 * @source docs/ledger.md Daily roots
 */
export const takeRoot = (deps: RootDeps) => async (): Promise<void> => {
  const at = deps.now();
  const day = dayOf(at, deps.zone);
  const roots = await deps.roots.sinceFull();
  const last = roots.at(-1);
  if (last && last.root.day >= day) return;
  const accounts: Account[] = [];
  for await (const account of everyAccount(deps.ledger)) accounts.push(account);
  if (accounts.length === 0) return;
  const sealed = seal(accounts, { before: last && { last, lengths: lengthsAt(roots) }, day, at });
  const { n, entries } = sealed.root;
  await deps.roots.append(sealed, {
    subjectId: LEDGER,
    id: `root.${n}`,
    at,
    action: "ledger.root",
    actorId: "system",
    detail: { n, hash: sealed.hash, accounts: accounts.length, entries },
  });
};
