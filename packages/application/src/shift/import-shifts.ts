import type { NewId } from "@yigong/core/lib/id.ts";
import { dayOf, instantOf, plusDays } from "@yigong/core/lib/time.ts";
import type { Members } from "@yigong/core/member/member.store.ts";
import type { SettingsRow } from "@yigong/core/organization/settings.store.ts";
import type { Units } from "@yigong/core/organization/unit.store.ts";
import { SHIFT_COLUMNS } from "@yigong/core/roster/columns.ts";
import type { ReadRow } from "@yigong/core/roster/roster-entry.ts";
import { readShiftRows, type ShiftEntry } from "@yigong/core/roster/shift-entry.ts";
import { planShifts, spanOf } from "@yigong/core/roster/shift-plan.ts";
import type { Shifts } from "@yigong/core/shift/shift.store.ts";
import type * as Shift from "@yigong/core/shift/shift.ts";
import { type ImporterOf, importer } from "../manifest/importer.ts";
import { type ParticipantDeps, refuseParticipants } from "../roster/refuse-undo.ts";

export interface ShiftImportDeps extends ParticipantDeps {
  members: Pick<Members, "all" | "getMany">;
  units: Pick<Units, "all">;
  shifts: Shifts;
  settings: Pick<SettingsRow, "get">;
  newId: NewId;
}

/** The stored shifts that share time with the file's days, or with a day on either side. */
async function storedAround({ shifts }: ShiftImportDeps, read: readonly ReadRow<ShiftEntry>[], zone: string) {
  const span = spanOf(read);
  if (!span) return [];
  const from = plusDays(instantOf(span.first, "00:00", zone), -1, zone);
  const to = plusDays(instantOf(span.last, "00:00", zone), 2, zone);
  return shifts.between({ from, to }, zone);
}

/** Imports work shifts. */
export function shiftImporter(deps: ShiftImportDeps) {
  const { members, units, shifts, settings, newId } = deps;
  const known = async (at: string) => {
    const { zone } = await settings.get();
    const [people, posts] = await Promise.all([members.all(), units.all("post")]);
    return { members: people, posts, zone, day: dayOf(at, zone) };
  };
  const one: ImporterOf<ShiftEntry, Shift.Info> = {
    kind: "shifts",
    columns: SHIFT_COLUMNS,
    read: async (rows, { at, numbersAsWritten }) => readShiftRows(rows, { ...(await known(at)), numbersAsWritten }),
    async plan(read, at) {
      const context = await known(at);
      const stored = await storedAround(deps, read, context.zone);
      const { posts, ...plan } = planShifts(read, { ...context, stored, newId });
      const people = context.members.map(({ id, employeeNumber, leftOn }) => [id, employeeNumber, leftOn]);
      const basis = [stored, context.posts.map(({ version, ...post }) => post), people];
      return { ...plan, units: { newUnits: [], posts, heads: [] }, basis };
    },
    stage: shifts.stage,
    settle: shifts.settle,
    abandon: shifts.abandon,
    async undo(done) {
      const people = done.flatMap(({ before, after }) => after?.memberId ?? before?.memberId ?? []);
      await refuseParticipants(deps, people);
      return done.map(({ before, after }) => ({ before: after, after: before }));
    },
  };
  return importer(one);
}
