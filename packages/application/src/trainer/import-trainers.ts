import { dayOf } from "@yigong/core/lib/time.ts";
import type { Members } from "@yigong/core/member/member.store.ts";
import type { Info as Member } from "@yigong/core/member/member.ts";
import { trainerTermsOf } from "@yigong/core/member/trainer-term.ts";
import { tell } from "@yigong/core/message/message.ts";
import type { Units } from "@yigong/core/organization/unit.store.ts";
import type { Effect } from "@yigong/core/outbox/outbox.ts";
import type { Step } from "@yigong/core/staging/head.ts";
import { trainerRefusal } from "@yigong/core/trainer/trainer.refusals.ts";
import { type Entry, readTrainerRows, TRAINER_COLUMNS } from "@yigong/core/trainer/trainer-entry.ts";
import { planTrainers } from "@yigong/core/trainer/trainer-plan.ts";
import { type ImporterOf, importer } from "../manifest/importer.ts";
import { changedSince } from "../roster/refuse-undo.ts";

export interface TrainerImportDeps {
  members: Pick<Members, "all" | "getMany" | "stage" | "settle" | "abandon">;
  units: Pick<Units, "all">;
  zone: string;
}

const termsText = (member: Member | undefined): string => JSON.stringify(member && trainerTermsOf(member));

/** The steps back. @throws `roster.changed_since` when somebody's appointments changed since */
async function backwards({ members }: TrainerImportDeps, done: readonly Step<Member>[]): Promise<Step<Member>[]> {
  const ids = done.flatMap(({ after }) => after?.id ?? []);
  const current = new Map((await members.getMany(ids)).map((member) => [member.id, member]));
  const moved = done.flatMap(({ after }) =>
    after && termsText(current.get(after.id)) !== termsText(after) ? [`${after.name} (${after.employeeNumber})`] : [],
  );
  if (moved.length > 0) throw changedSince(moved);
  return done.flatMap(({ before, after }) => {
    const now = after && current.get(after.id);
    if (!now || !before) return [];
    const { trainerTerms: _, ...rest } = now;
    const { trainer, trainerTerms } = before;
    const held = { trainer, ...(trainerTerms && { trainerTerms }) };
    return [{ before: now, after: { ...rest, ...held, version: now.version + 1 } }];
  });
}

/** Who is appointed from the file is told, unless the appointment is of the past. */
function told({ before, after }: Step<Member>, at: string, day: string): Effect[] {
  const known = new Set((before ? trainerTermsOf(before) : []).map(({ from }) => from));
  const fresh = (after ? trainerTermsOf(after) : []).filter(
    ({ from, until }) => !known.has(from) && (until === undefined || until >= day),
  );
  return fresh.map(({ from }) =>
    tell({
      template: "trainer.appointed",
      params: { day: from },
      to: { kind: "members", memberIds: [after?.id ?? ""] },
      cause: `${after?.id}.${from}.${at}`,
      dueAt: at,
    }),
  );
}

/** Imports appointments of trainers: adds them, and ends or takes away none. @source docs/domain.md T2 */
export function trainerImporter(deps: TrainerImportDeps) {
  const { members, units, zone } = deps;
  const known = async () => {
    const [people, teams] = await Promise.all([members.all(), units.all("team")]);
    return { members: people, teams };
  };
  const one: ImporterOf<Entry, Member> = {
    kind: "trainer",
    permission: "trainer.import",
    columns: TRAINER_COLUMNS,
    read: async (rows, { numbersAsWritten }) => readTrainerRows(rows, { ...(await known()), numbersAsWritten }),
    async plan(read, at) {
      const stored = await known();
      const plan = planTrainers(read, { ...stored, at, day: dayOf(at, zone) });
      const basis = stored.members.map(({ id, leftOn, volunteerSince, trainer, trainerTerms }) => [
        ...[id, leftOn, volunteerSince, trainer, trainerTerms],
      ]);
      return { ...plan, units: { newUnits: [], posts: [], heads: [] }, basis };
    },
    stage: members.stage,
    settle: members.settle,
    abandon: members.abandon,
    effects: (steps, at) => steps.flatMap((step) => told(step, at, dayOf(at, zone))),
    undo: (done) => backwards(deps, done),
    refuseOwn(steps, by) {
      const own = [by.actorId, by.deputyFor];
      if (steps.some(({ after }) => after && own.includes(after.id))) throw trainerRefusal("trainer.own");
    },
  };
  return importer(one);
}
