import { type Info as Activity, positionOf } from "@yigong/core/activity/activity.ts";
import { type Fault, fault, refuseAll } from "@yigong/core/participation/fault.ts";
import { countsOf, type Line } from "@yigong/core/participation/line.ts";
import { type Active, isActive } from "@yigong/core/participation/participation.ts";
import type { Said } from "@yigong/core/participation/said.ts";
import { type Applicant, type Choice, faultsOf, firstThatFits } from "@yigong/core/participation/sign-up.ts";
import { type Applying, findApplicant } from "./find-applicant.ts";
import type { ParticipationDeps } from "./participation-stores.ts";

interface Wanted extends Applying {
  /** Those on the duty list may leave it out: the first position that fits. */
  positionId?: string | undefined;
  /** By whom it is written down, when that is not the member. */
  entered?: Said | undefined;
}

/** A place in an activity; `provisional` when the allocation is known to be still ahead. */
export interface SignedUp {
  activity: Activity;
  place: Active;
  provisional?: true;
}

/**
 * Signs a member up, with their own consent, for a place or for the waiting list. Idempotent: twice is the same place.
 *
 * @throws all reasons at once (see `participation/fault.ts`); `participation.closed`, `participation.session_taken`
 * @source docs/domain.md A4–A6
 */
export const signUp =
  (deps: ParticipationDeps) =>
  async (wanted: Wanted): Promise<SignedUp> => {
    const { memberId, activityId, at } = wanted;
    const applicant = await findApplicant(deps, wanted);
    const { activity, onDuty } = applicant;
    const chosen = await choiceOf(deps, applicant, wanted.positionId);
    if (chosen.kind === "held") return { activity, place: chosen.place };
    if (chosen.kind === "unfit") {
      const named = wanted.positionId;
      const held = named === undefined ? undefined : await placeHeld(deps, activity, memberId, named);
      if (held) return { activity, place: held };
      throw refuseAll(chosen.faults, deps.zone);
    }
    const { session, position } = chosen.choice;
    const place = await deps.participations.signUp({
      activityId,
      memberId,
      session,
      position,
      duty: onDuty,
      at,
      entered: wanted.entered,
    });
    return { activity, place, provisional: true };
  };

type Chosen =
  | { kind: "held"; place: Active }
  | { kind: "fit"; choice: Choice }
  | { kind: "unfit"; faults: [Fault, ...Fault[]] };

const unfit = (first: Fault, ...rest: Fault[]): Chosen => ({ kind: "unfit", faults: [first, ...rest] });

const judged = (applicant: Applicant, choice: Choice): Chosen => {
  const [first, ...rest] = faultsOf(applicant, choice);
  return first ? unfit(first, ...rest) : { kind: "fit", choice };
};

/** The position asked for; for members on the duty list the first that fits; or all faults. */
async function choiceOf(
  deps: ParticipationDeps,
  applicant: Applicant,
  positionId: string | undefined,
): Promise<Chosen> {
  const { activity, member, onDuty } = applicant;
  if (positionId !== undefined) {
    const named = positionOf(activity, positionId);
    return named ? judged(applicant, named) : unfit(fault("positionUnknown"));
  }
  if (!onDuty) return unfit(fault("positionNeeded"));
  const held = await placeHeld(deps, activity, member.id, undefined);
  if (held) return { kind: "held", place: held };
  const lines = await deps.participations.lines(activity);
  const first = firstThatFits(applicant, (id) => hasRoom(activity, lines, id));
  if (first) return { kind: "fit", choice: first };
  const [session] = activity.sessions;
  const [position] = session?.positions ?? [];
  return session && position ? judged(applicant, { session, position }) : unfit(fault("positionUnknown"));
}

const hasRoom = (activity: Activity, lines: ReadonlyMap<string, Line>, positionId: string): boolean => {
  const headCount = positionOf(activity, positionId)?.position.headCount ?? 0;
  return countsOf(lines.get(positionId) ?? { active: 0 }, headCount).placed < headCount;
};

/** The active place that a member already has in a position, or anywhere in the activity. */
async function placeHeld(
  deps: ParticipationDeps,
  activity: Activity,
  memberId: string,
  positionId: string | undefined,
): Promise<Active | undefined> {
  const own = await deps.participations.ofMember(activity, memberId);
  return own.filter(isActive).find((row) => positionId === undefined || row.positionId === positionId);
}
