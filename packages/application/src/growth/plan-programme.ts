import { entryOf } from "@yigong/core/audit/audit.ts";
import { growthRefusal } from "@yigong/core/growth/growth.refusals.ts";
import type { ProgrammeDecision, Programmes } from "@yigong/core/growth/growth.store.ts";
import { Programme } from "@yigong/core/growth/index.ts";
import type { NewId } from "@yigong/core/lib/id.ts";
import { dayOf, instantOf } from "@yigong/core/lib/time.ts";
import type { Members } from "@yigong/core/member/member.store.ts";
import { isEmployedOn, isVolunteerOn } from "@yigong/core/member/member.ts";
import type { Effect } from "@yigong/core/outbox/outbox.ts";
import type { By } from "@yigong/core/permission/actor.ts";
import type { Wake } from "../ports/wake.ts";

export interface ProgrammeDeps {
  programmes: Programmes;
  members: Pick<Members, "getMany">;
  newId: NewId;
  wake: Wake;
  zone: string;
}

interface Acting {
  by: By;
  /** ISO-8601 UTC. */
  at: string;
}

/** Plans a programme. @throws `growth.person_unknown`, `growth.trainer_no_volunteer`, those of `Programme.begin` */
export const beginProgramme =
  (deps: ProgrammeDeps) =>
  async (writing: Programme.Writing, { id, by, at }: Acting & { id: Programme.Id }): Promise<void> => {
    await requirePeople(deps, writing, at);
    const programme = Programme.begin(writing, { id, by: by.actorId, at });
    const audit = [entryOf(deps.newId, { subjectId: id, at, action: "growth.begin", by })];
    await deps.programmes.begin(programme, { audit, effects: askingOf(programme, undefined, deps.zone) });
    deps.wake();
  };

/** Says a programme otherwise. @throws `growth.missing`, those of `beginProgramme` and `Programme.revise` */
export const reviseProgramme =
  (deps: ProgrammeDeps) =>
  async (programmeId: string, writing: Programme.Writing, { by, at, version }: Acting & { version: number }) => {
    const today = dayOf(at, deps.zone);
    const before = await deps.programmes.get(programmeId);
    await requirePeople(deps, writing, at, before);
    await deps.programmes.change(programmeId, at, (held): ProgrammeDecision => {
      const item = Programme.revise(held, writing, { version, today });
      const audit = [entryOf(deps.newId, { subjectId: programmeId, at, action: "growth.change", by })];
      return { item, audit, effects: askingOf(item, held, deps.zone) };
    });
    deps.wake();
  };

/** Everybody is on the roster; a trainer is a volunteer. Who was there before and left meanwhile may stay. */
async function requirePeople(
  { members, zone }: Pick<ProgrammeDeps, "members" | "zone">,
  { memberIds, trainerIds }: Programme.Writing,
  at: string,
  before?: Programme.Info,
): Promise<void> {
  const [day, had] = [dayOf(at, zone), new Set([...(before?.memberIds ?? []), ...(before?.trainerIds ?? [])])];
  const fresh = [...new Set([...memberIds, ...trainerIds])].filter((id) => !had.has(id));
  const found = new Map((await members.getMany(fresh)).map((member) => [member.id as string, member]));
  for (const id of fresh) {
    const member = found.get(id);
    if (!member || !isEmployedOn(member, day)) throw growthRefusal("growth.person_unknown");
    if (trainerIds.includes(id) && !isVolunteerOn(member, day))
      throw growthRefusal("growth.trainer_no_volunteer", { member: id });
  }
}

/** Asks for "before" at once and for "after" on the last day; a day that was moved away is not asked for when it comes. */
function askingOf(programme: Programme.Info, before: Programme.Info | undefined, zone: string): Effect[] {
  const { id, from, until, createdAt } = programme;
  const days = [
    { phase: "before", day: from, dueAt: createdAt, was: before?.from },
    { phase: "after", day: until, dueAt: instantOf(until, ASKED_AT, zone), was: before?.until },
  ] as const;
  return days.flatMap(({ phase, day, dueAt, was }) =>
    day === was
      ? []
      : [{ kind: "growth.ask" as const, id: `growth.ask#${id}#${phase}#${day}`, dueAt, programmeId: id, phase, day }],
  );
}

const ASKED_AT = "09:00";
