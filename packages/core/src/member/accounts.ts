import { createHash } from "node:crypto";
import * as z from "zod";

/** The longest that any of the office systems names a person by. */
export const LONGEST_ACCOUNT = 64;

const Named = z.string().min(1).max(LONGEST_ACCOUNT).optional();

/** What the office systems call somebody, as the roster states it. */
export const Accounts = z.object({ wecom: Named, dingtalk: Named, feishu: Named });
export type Accounts = z.infer<typeof Accounts>;

/** The office systems whose accounts a roster may name. */
export const OFFICES = ["wecom", "dingtalk", "feishu"] as const satisfies readonly (keyof Accounts)[];
export type Office = (typeof OFFICES)[number];

/** An account as its office system compares it: WeCom knows no case. @source developer.work.weixin.qq.com/document/path/90195 */
export const accountKey = (office: string, account: string): string =>
  office === "wecom" ? account.toLowerCase() : account;

/** By what an account is looked up: keys of the store ignore the case of letters, and accounts do not. */
export const accountDigest = (office: string, account: string): string =>
  createHash("sha256")
    .update(`${office}\n${accountKey(office, account)}`)
    .digest("hex");

/** The accounts that somebody has, each with the office system that knows it. */
export const accountsOf = (accounts: Accounts | undefined): { office: Office; account: string }[] =>
  OFFICES.flatMap((office) => {
    const account = accounts?.[office];
    return account === undefined ? [] : [{ office, account }];
  });

/** Whether this account is one of those. */
export const hasAccount = (accounts: Accounts | undefined, office: Office, account: string): boolean => {
  const own = accounts?.[office];
  return own !== undefined && accountKey(office, own) === accountKey(office, account);
};
