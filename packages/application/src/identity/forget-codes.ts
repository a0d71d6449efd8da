import type { SignInCodes } from "@yigong/core/identity/challenge.store.ts";
import { plusHours } from "@yigong/core/lib/time.ts";

/** Limits look back a day, codes and states ten minutes. */
export const KEPT_DAYS = 2;
/** How far back is looked, for days on which nothing ran. */
const BACK_DAYS = 9;

export interface ForgetCodesDeps {
  signInCodes: Pick<SignInCodes, "forget">;
  now: () => string;
}

/** Erases codes, counts and used states of sign-ins that nothing asks for any more. Safe to run twice. */
export const forgetCodes =
  ({ signInCodes, now }: ForgetCodesDeps) =>
  async (): Promise<void> => {
    for (let days = KEPT_DAYS; days <= BACK_DAYS; days += 1)
      await signInCodes.forget(plusHours(now(), -24 * days).slice(0, 10));
  };
