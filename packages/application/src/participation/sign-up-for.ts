import { startOf } from "@yigong/core/activity/activity.ts";
import { type Acting, entryFor, saidOf, toldFor } from "./acting.ts";
import type { ParticipationDeps } from "./participation-stores.ts";
import { type SignedUp, signUp } from "./sign-up.ts";

interface Wanted {
  activityId: string;
  memberId: string;
  positionId?: string | undefined;
  at: string;
}

/**
 * Signs somebody up who said so by telephone or in person, and who heard the risks. The person is told, and who wrote it
 * down is kept with the place. Twice is once.
 *
 * @throws as signing up does
 */
export const signUpFor =
  (deps: ParticipationDeps) =>
  async (wanted: Wanted, acting: Acting): Promise<SignedUp> => {
    const { memberId, at } = wanted;
    const signedUp = await signUp(deps)({ ...wanted, entered: saidOf(acting, at) });
    const { activity, place } = signedUp;
    if (place.entered?.at !== at) return signedUp;
    await deps.participations.cause(
      {
        effects: [toldFor(activity, acting, { memberId, at, startsAt: startOf(activity) })],
        audit: [entryFor(deps, activity, acting, { action: "participation.signUp", memberId, at })],
      },
      at,
    );
    deps.wake();
    return signedUp;
  };
