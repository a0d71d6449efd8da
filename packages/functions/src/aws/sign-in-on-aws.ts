import { getConnInfo } from "hono/aws-lambda";
import type { SignInPort } from "../pages/sign-in-deps.ts";
import { signInFrom } from "../sign-in/ways-from-settings.ts";
import { isLinked, settingOf } from "./resource.ts";

/**
 * How people sign in, by the secrets that the company has set. Codes are offered when it says so: this function does not
 * know which channels the outbox has.
 *
 * @throws Error that names a setting which is malformed
 */
export function signInOnAws(): SignInPort {
  const read = (setting: string) => (isLinked(setting) ? settingOf(setting) : undefined);
  return {
    ...signInFrom(read, { fetch, now: Date.now }),
    codes: read("CodeSignIn") === "yes",
    networkOf: (c) => getConnInfo(c).remote.address,
  };
}
