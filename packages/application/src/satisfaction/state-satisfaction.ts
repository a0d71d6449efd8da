import { entryOf } from "@yigong/core/audit/audit.ts";
import type { Forms } from "@yigong/core/form/form.store.ts";
import type { NewId } from "@yigong/core/lib/id.ts";
import type { By } from "@yigong/core/permission/actor.ts";
import { Satisfaction } from "@yigong/core/satisfaction/index.ts";
import { satisfactionRefusal } from "@yigong/core/satisfaction/satisfaction.refusals.ts";
import type { Satisfactions } from "@yigong/core/satisfaction/satisfaction.store.ts";
import { askedIn } from "./open-satisfaction.ts";

export interface StateDeps {
  satisfactions: Satisfactions;
  forms: Pick<Forms, "about">;
  newId: NewId;
}

interface Acting {
  by: By;
  /** ISO-8601 UTC. */
  at: string;
}

const told = ({ year, index }: { year: number; index: number }) => ({ year, index: Satisfaction.indexText(index) });
const subjectOf = (year: number) => `satisfaction_${year}`;

/** States the index of a year. @throws `satisfaction.year_asked`, `satisfaction.year_known` */
export const stateSatisfaction =
  ({ satisfactions, forms, newId }: StateDeps) =>
  async (stated: Satisfaction.Stated, { by, at }: Acting): Promise<void> => {
    if (await askedIn(forms, stated.year)) throw satisfactionRefusal("satisfaction.year_asked", { year: stated.year });
    await satisfactions.state(stated.year, at, (held) => {
      const item = Satisfaction.state(held, stated, { by: by.actorId, at });
      const entry = { subjectId: subjectOf(stated.year), at, action: "satisfaction.state", by, detail: told(stated) };
      return { item, audit: [entryOf(newId, entry)] };
    });
  };

/** Puts the index of a year right. @throws `satisfaction.missing`, `edit.changed` */
export const correctSatisfaction =
  ({ satisfactions, newId }: Pick<StateDeps, "satisfactions" | "newId">) =>
  async (
    { year, ...given }: Satisfaction.Stated & { reason: string; version: number },
    { by, at }: Acting,
  ): Promise<void> => {
    await satisfactions.correct(year, at, (held) => {
      const item = Satisfaction.correct(held, given, { by: by.actorId, at });
      const { reason, index } = given;
      const entry = { subjectId: subjectOf(year), at, action: "satisfaction.correct", by, reason };
      return { item, audit: [entryOf(newId, { ...entry, detail: told({ year, index }) })] };
    });
  };
