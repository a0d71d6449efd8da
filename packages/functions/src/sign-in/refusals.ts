import { Refusal } from "@yigong/core/lib/error.ts";

/** The provider knows the person, and not as one of the company's. */
export const stranger = () =>
  new Refusal(
    "forbidden",
    "identity.stranger",
    "This account is not one of the company's, or may not use this app. Sign in by employee number and code.",
  );

/** What was begun cannot be gone on with: begun elsewhere, used, too old. */
export const startAgain = (cause?: unknown) =>
  new Refusal(
    "invalid",
    "identity.start_again",
    "This sign-in was used already, is too old or began elsewhere. Begin again.",
    {
      cause,
    },
  );

/** The person, or the provider for them, said no. */
export const declined = () =>
  new Refusal("forbidden", "identity.declined", "The sign-in was declined. Begin again, or take another way.");

export const providerDown = (cause?: unknown) =>
  new Refusal(
    "unavailable",
    "identity.provider_down",
    "The provider does not answer. Try again, or take another way.",
    {
      cause,
    },
  );

/** The provider does not take this installation's request. @param answer - its code for that, such as 60020 */
export const providerRefused = (answer: number | string) =>
  new Refusal(
    "unavailable",
    "identity.provider_refused",
    `The provider answered ${answer}: an administrator has to look at the settings. Take another way meanwhile.`,
  );
