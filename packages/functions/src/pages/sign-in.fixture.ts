import { digestOf } from "@yigong/application/session/secret.ts";
import type { Identified } from "@yigong/core/identity/identity.ts";
import type { Browser } from "@yigong/testing/browser.ts";
import { grant } from "@yigong/testing/sample/members.ts";
import { knowing, signingInOn } from "@yigong/testing/signing-in.ts";
import { testAlliance } from "@yigong/testing/test-alliance.ts";

export const START = "2026-09-01T01:00:00.000Z";
export const UNKNOWN: Identified = { provider: "wecom", tenant: "ww1", subject: "anna", account: "Anna" };
const NETWORK = "203.0.113.7";

/** Five people of whom two share a phone and two administer, and a provider that says whom a test wants. */
export async function signInScene() {
  const alliance = await testAlliance({ startAt: START });
  const { given, useCases } = alliance;
  const told = { account: UNKNOWN };
  const networks = { now: NETWORK };
  const signingIn = signingInOn(alliance, { ways: [knowing(told)], networkOf: () => networks.now });
  return {
    ...alliance,
    ...signingIn,
    told,
    networks,
    /** Everything as it is when a test begins. */
    async begin(): Promise<void> {
      await alliance.clear();
      signingIn.sent.length = 0;
      told.account = UNKNOWN;
      networks.now = NETWORK;
      await given.member(1, { employeeNumber: "000101", mobile: "13800000001" });
      await given.member(2, { employeeNumber: "000102", mobile: "13800000001", email: "two@example.com" });
      await given.member(3, { employeeNumber: "000103", mobile: undefined, email: "three@example.com" });
      await given.member(9, { employeeNumber: "000109", mobile: "13800000009", roles: [grant("administrator")] });
      await given.member(8, { employeeNumber: "000108", roles: [grant("administrator")] });
    },
    /** Who is signed in in a browser. */
    async whose({ cookies }: Browser): Promise<string | undefined> {
      const secret = cookies.get("__Host-yigong");
      return secret === undefined ? undefined : (await useCases.sessions.find(digestOf(secret)))?.memberId;
    },
    ask: (own: Browser, number: string, next = "/m") =>
      own.post(`/sign-in/code?${new URLSearchParams({ next })}`, { number }),
    enter: (own: Browser, code: string) => own.post("/sign-in/code/enter", { code }),
  };
}

/** A code that is another one. */
export const otherThan = (code: string): string => String((Number(code) + 1) % 1_000_000).padStart(6, "0");
