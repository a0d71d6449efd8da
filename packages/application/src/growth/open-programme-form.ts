import type { Form } from "@yigong/core/form/index.ts";
import type { Programme } from "@yigong/core/growth/index.ts";
import { plusDays } from "@yigong/core/lib/time.ts";
import type { By } from "@yigong/core/permission/actor.ts";
import { openBefore } from "../form/open-cohesion.ts";
import { groupOfProgramme } from "../form/open-due-form.ts";
import { type OpenFormDeps, openForm } from "../form/open-form.ts";

interface Acting {
  by: By;
  /** ISO-8601 UTC. */
  at: string;
}

/** For how long people are asked about a class. */
const REACTION_DAYS = 7;

/** Asks a programme's people about one of its classes, for a week. @param title - of the class @throws those of `openForm` */
export const openReaction =
  (deps: OpenFormDeps & { zone: string }) =>
  (programme: Programme.Info, { title, id, by, at }: Acting & { title: string; id: Form.Id }): Promise<Form.Info> => {
    const { id: aboutId, trainerIds: ownerIds, memberIds } = programme;
    const closesAt = plusDays(at, REACTION_DAYS, deps.zone);
    return openForm(deps)(
      { id, kind: "reaction", title, aboutId, ownerIds, memberIds, opensAt: at, closesAt },
      { by, at },
    );
  };

/** Asks a programme's people the four group questions, now and two weeks after. @throws those of `openBefore` */
export const openGroupQuestions =
  (deps: OpenFormDeps & { zone: string }) =>
  (programme: Programme.Info, act: Acting): Promise<Form.Info> =>
    openBefore(deps)(groupOfProgramme(programme, deps.zone), act);
