import { identityRefusal } from "@yigong/core/identity/identity.refusals.ts";

/** The provider knows the person, and not as one of the company's. */
export const stranger = () => identityRefusal("identity.stranger");

/** What was begun cannot be gone on with: begun elsewhere, used, too old. */
export const startAgain = () => identityRefusal("identity.start_again");

/** The person, or the provider for them, said no. */
export const declined = () => identityRefusal("identity.declined");

export const providerDown = () => identityRefusal("identity.provider_down");

/** The provider does not take this installation's request. @param answer - its code for that, such as 60020 */
export const providerRefused = (answer: number | string) => identityRefusal("identity.provider_refused", { answer });
