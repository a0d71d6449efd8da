import { entryOf } from "@yigong/core/audit/audit.ts";
import type { NewId } from "@yigong/core/lib/id.ts";
import type { Units } from "@yigong/core/organization/unit.store.ts";
import type { By } from "@yigong/core/permission/actor.ts";
import type { Cadences } from "@yigong/core/yearplan/yearplan.store.ts";
import { requireUnits } from "../organization/require-units.ts";

export interface CadenceDeps {
  cadences: Pick<Cadences, "set">;
  units: Pick<Units, "getMany">;
  newId: NewId;
}

interface Said {
  perQuarter: number;
  by: By;
  /** ISO-8601 UTC. */
  at: string;
}

/** Says how many classes a quarter a team is to have in a year; the same again changes nothing. @throws those of `requireUnits` */
export const setCadence =
  ({ cadences, units, newId }: CadenceDeps) =>
  async ({ year, teamId }: { year: number; teamId: string }, { perQuarter, by, at }: Said): Promise<void> => {
    await requireUnits(units, { teamId });
    await cadences.set({ year, teamId }, at, (held) => {
      if (held?.perQuarter === perQuarter) return { item: held };
      const item = { year, teamId, perQuarter, by: by.actorId, at, version: held?.version ?? 0 };
      const detail = { year, perQuarter };
      return { item, audit: [entryOf(newId, { subjectId: teamId, at, action: "yearplan.set", by, detail })] };
    });
  };
