import { AuthorizationResponseError, ClientError, ResponseBodyError } from "openid-client";
import type { Answer } from "./ask-provider.ts";
import { declined, providerDown, providerRefused, startAgain, stranger } from "./refusals.ts";

/**
 * Turns what the library throws into one of our refusals. Its errors hold whole answers, so that none is passed on.
 *
 * @param isStranger - whether an answer says that the person may not sign in here
 */
export const overToRefusal =
  (isStranger: (answer: Answer) => boolean = () => false) =>
  (error: unknown): never => {
    if (error instanceof AuthorizationResponseError) throw error.error === "access_denied" ? declined() : startAgain();
    if (error instanceof ResponseBodyError) {
      if (isStranger(error.cause as Answer)) throw stranger();
      // The code was used, is too old, or was not asked for with this verifier.
      if (error.error === "invalid_grant") throw startAgain();
      throw error.status >= 500 ? providerDown() : providerRefused(error.error);
    }
    if (error instanceof ClientError && error.cause instanceof Response && error.cause.status >= 500)
      throw providerDown();
    // A check of state, nonce, issuer, audience, signature or time that did not hold.
    if (error instanceof ClientError) throw error.code === "OAUTH_TIMEOUT" ? providerDown() : startAgain();
    throw providerDown();
  };
