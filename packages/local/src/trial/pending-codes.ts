import { createHash, randomBytes } from "node:crypto";

/** What an authorization code stands for. */
export interface Pending {
  memberId: string;
  redirectUri: string;
  challenge: string;
  nonce: string | undefined;
}

const GOOD_MS = 60_000;
const MOST = 1_000;

/** Authorization codes: each good once, for a minute, for whoever has the verifier of its challenge. @source RFC 7636, 4.6 */
export function pendingCodes(now: () => number = Date.now) {
  const codes = new Map<string, Pending & { until: number }>();
  return {
    issue(pending: Pending): string {
      const code = randomBytes(32).toString("base64url");
      for (const old of codes.keys()) if (codes.size >= MOST) codes.delete(old);
      codes.set(code, { ...pending, until: now() + GOOD_MS });
      return code;
    },
    /** Hands back what a code stands for, once. */
    redeem(code: string, { verifier, redirectUri }: { verifier: string; redirectUri: string }): Pending | undefined {
      const found = codes.get(code);
      codes.delete(code);
      const challenge = createHash("sha256").update(verifier).digest("base64url");
      const isRight = found?.challenge === challenge && found.redirectUri === redirectUri && found.until > now();
      return isRight ? found : undefined;
    },
  };
}
