import type { Form } from "@yigong/core/form/index.ts";
import type { Programme } from "@yigong/core/growth/index.ts";
import { instantOf, plusDays } from "@yigong/core/lib/time.ts";
import type { By } from "@yigong/core/permission/actor.ts";
import { type GroupAsked, openCohesion } from "../form/open-cohesion.ts";
import { type OpenFormDeps, openForm } from "../form/open-form.ts";

interface Acting {
  by: By;
  /** ISO-8601 UTC. */
  at: string;
}

/** For how long people are asked about a class. */
const REACTION_DAYS = 7;

/** The people and days of a programme, as its group is asked. */
export function groupOf(programme: Programme.Info, zone: string): GroupAsked {
  const { id, title, trainerIds, memberIds, from, until } = programme;
  const endsAt = instantOf(until, "09:00", zone);
  return { aboutId: id, title, ownerIds: trainerIds, memberIds, startsAt: instantOf(from, "00:00", zone), endsAt };
}

/** Asks a programme's people about one of its classes, for a week. @param title - of the class @throws those of `openForm` */
export const openReaction =
  (deps: OpenFormDeps & { zone: string }) =>
  async (
    programme: Programme.Info,
    { title, id, by, at }: Acting & { title: string; id: Form.Id },
  ): Promise<Form.Info> => {
    const { id: aboutId, trainerIds: ownerIds, memberIds } = programme;
    const closesAt = plusDays(at, REACTION_DAYS, deps.zone);
    return openForm(deps)(
      { id, kind: "reaction", title, aboutId, ownerIds, memberIds, opensAt: at, closesAt },
      { by, at },
    );
  };

/** Asks a programme's people the four group questions before and after. @throws those of `openCohesion` */
export const openGroupQuestions =
  (deps: OpenFormDeps & { zone: string }) =>
  (programme: Programme.Info, act: Acting): Promise<Form.Info[]> =>
    openCohesion(deps)(groupOf(programme, deps.zone), act);
