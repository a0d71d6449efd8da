import * as z from "zod";
import { type Accounts, accountDigest, LONGEST_ACCOUNT, OFFICES } from "../member/accounts.ts";
import { plain } from "./cell.ts";
import { ACCOUNT_COLUMNS, type Row } from "./columns.ts";
import { type Named, type Problem, type ProblemCode, problem } from "./problem.ts";

const Said = z.string().nullable().optional();
/** The accounts that a row names: absent without such a column, null where the cell is empty. */
export const AccountsSaid = z.object({ wecom: Said, dingtalk: Said, feishu: Said });
export type AccountsSaid = z.infer<typeof AccountsSaid>;

/** Letters, digits and what the office systems allow besides. @source developer.work.weixin.qq.com/document/path/90195 */
const ACCOUNT = /^[0-9A-Za-z$][0-9A-Za-z_.@$:-]*$/;

/** Reads the accounts of a row; undefined when the file has none of these columns. */
export function accountsIn(
  row: Row,
  fault: (code: ProblemCode, column: string, named?: Named) => void,
): AccountsSaid | undefined {
  const said = OFFICES.flatMap((office) => {
    const column = ACCOUNT_COLUMNS[office];
    const cell = row.cell(column);
    if (cell === undefined) return [];
    const account = plain(cell.text);
    if (account.length > LONGEST_ACCOUNT) fault("too_long", column, { limit: LONGEST_ACCOUNT });
    else if (account !== "" && !ACCOUNT.test(account)) fault("account_invalid", column);
    return [[office, account || null] as const];
  });
  return said.length === 0 ? undefined : Object.fromEntries(said);
}

interface Stating {
  number: number;
  accounts?: AccountsSaid | undefined;
}

/** The problems of rows whose account another row has too, by the number of the row: an account is one person's. */
export function sharedAccounts(rows: readonly Stating[]): ReadonlyMap<number, Problem[]> {
  const problems = new Map<number, Problem[]>();
  for (const office of OFFICES) {
    const stating = rows.flatMap(({ number, accounts }) => {
      const account = accounts?.[office];
      return account ? [{ number, account, digest: accountDigest(office, account) }] : [];
    });
    for (const same of Map.groupBy(stating, ({ digest }) => digest).values()) {
      if (same.length === 1) continue;
      for (const { number, account } of same) {
        const others = same.filter((other) => other.number !== number).map((other) => other.number);
        const about = { column: ACCOUNT_COLUMNS[office], value: account, rows: others };
        problems.set(number, [...(problems.get(number) ?? []), problem("account_twice", about)]);
      }
    }
  }
  return problems;
}

/** The accounts that somebody has after a row; a column that the file lacks leaves its account, an empty cell takes it away. */
export function accountsAfter(before: Accounts | undefined, said: AccountsSaid | undefined): Accounts | undefined {
  if (said === undefined) return before;
  const after = OFFICES.flatMap((office) => {
    const account = said[office] === undefined ? before?.[office] : said[office];
    return account ? [[office, account] as const] : [];
  });
  return after.length === 0 ? undefined : Object.fromEntries(after);
}
