import type { NewId } from "@yigong/core/lib/id.ts";
import { dayOf } from "@yigong/core/lib/time.ts";
import { holdingAdministrator, isHolding, lastAdministrator } from "@yigong/core/member/administrator.ts";
import type { Members } from "@yigong/core/member/member.store.ts";
import type * as Member from "@yigong/core/member/member.ts";
import type { SettingsRow } from "@yigong/core/organization/settings.store.ts";
import type { Units } from "@yigong/core/organization/unit.store.ts";
import type { Grant } from "@yigong/core/permission/role.ts";
import { ROSTER_COLUMNS } from "@yigong/core/roster/columns.ts";
import { type RosterEntry, readRosterRows } from "@yigong/core/roster/roster-entry.ts";
import { planRoster } from "@yigong/core/roster/roster-plan.ts";
import type { Step } from "@yigong/core/staging/head.ts";
import { type ImporterOf, importer } from "../manifest/importer.ts";
import { leavingEffects } from "../member/follow-member.ts";
import { requireForeignRole } from "../member/give-role.ts";
import { skillEffects } from "../member/skill-effects.ts";
import { changedSince, type ParticipantDeps, refuseParticipants } from "./refuse-undo.ts";

export interface MemberImportDeps extends ParticipantDeps {
  members: Members;
  units: Pick<Units, "all">;
  settings: Pick<SettingsRow, "get">;
  newId: NewId;
  zone: string;
}

/** What an import of people depends on: not when somebody accepted the code or chose a language, as a person does any day. */
const facts = ({ version, acceptedCode, language, ...member }: Member.Info) => member;

/** What an import is the author of; versions and what people do themselves move without it. */
const imported = (member: Member.Info): string => JSON.stringify(sorted(facts(member)));
const sorted = (value: unknown): unknown =>
  value !== null && typeof value === "object" && !Array.isArray(value)
    ? Object.fromEntries(
        Object.entries(value)
          .sort()
          .map(([key, inner]) => [key, sorted(inner)]),
      )
    : Array.isArray(value)
      ? value.map(sorted)
      : value;

/** Whether a step did no more than end somebody's employment. Taken back, they stay: their places follow, see `follow-member.ts`. */
const isLeaving = ({ before, after }: Step<Member.Info>): boolean =>
  before !== undefined && before.leftOn === undefined && after?.leftOn !== undefined;

/** The steps back; what people did themselves since stays. @throws `roster.member_takes_part`, `roster.changed_since`, `member.last_administrator` */
async function backwards(
  deps: MemberImportDeps,
  all: readonly Step<Member.Info>[],
  at: string,
): Promise<Step<Member.Info>[]> {
  const done = all.filter((step) => !isHolding(step));
  const ids = done.flatMap(({ before, after }) => after?.id ?? before?.id ?? []);
  const changed = done.filter((step) => !isLeaving(step)).flatMap(({ before, after }) => after?.id ?? before?.id ?? []);
  await refuseParticipants(deps, changed);
  const current = new Map((await deps.members.getMany(ids)).map((member) => [member.id, member]));
  const moved: string[] = [];
  const steps = done.flatMap(({ before, after }): Step<Member.Info>[] => {
    const now = after && current.get(after.id);
    if (!after || !now || imported(now) !== imported(after)) moved.push(`${after?.name} (${after?.employeeNumber})`);
    if (!now || !before) return [{ before: now }];
    const { acceptedCode, language, version } = now;
    const own = { acceptedCode, language, version: version + 1 };
    return [{ before: now, after: { ...before, ...own } }];
  });
  if (moved.length > 0) throw changedSince(moved);
  const people = await deps.members.all();
  const held = holdingAdministrator(steps, people, at);
  if (held) return held;
  // Without anybody on the roster the installation is as new, and is set up again.
  const gone = new Set(steps.flatMap(({ before, after }) => (after ? [] : (before?.id ?? []))));
  if (people.some(({ id }) => !gone.has(id))) throw lastAdministrator();
  return steps;
}

/** The roles that a step gives to somebody. */
const gained = ({ before, after }: Step<Member.Info>) =>
  (after?.roles ?? []).filter(({ role, scope, until }) => {
    const same = (held: Grant) => held.role === role && JSON.stringify(held.scope) === JSON.stringify(scope);
    return until === undefined && !before?.roles.some((held) => same(held) && held.until === undefined);
  });

/** Imports people; units that rows name and that do not exist are made. */
export function memberImporter(deps: MemberImportDeps) {
  const { members, units, settings, newId } = deps;
  const dayAt = async (at: string) => dayOf(at, (await settings.get()).zone);
  const one: ImporterOf<RosterEntry, Member.Info> = {
    kind: "roster",
    columns: ROSTER_COLUMNS,
    async read(rows, { at, numbersAsWritten }) {
      const today = await dayAt(at);
      const storedNumbers = (await members.all()).map((member) => member.employeeNumber);
      return readRosterRows(rows, { today, storedNumbers, numbersAsWritten });
    },
    async plan(read, at) {
      const day = await dayAt(at);
      const [people, known] = await Promise.all([members.all(), units.all()]);
      const { newUnits, heads, ...plan } = planRoster(read, {
        stored: { members: people, units: known },
        at,
        day,
        newId,
      });
      const basis = [people.map(facts), known.map(({ version, ...unit }) => unit)];
      return { ...plan, units: { newUnits, posts: [], heads }, basis };
    },
    stage: members.stage,
    settle: members.settle,
    abandon: members.abandon,
    effects: (steps, at) =>
      steps.flatMap(({ before, after }) => [
        ...(before ? leavingEffects(before, after, at) : []),
        ...(after ? skillEffects(before, after, at, deps.zone) : []),
      ]),
    undo: (done, at) => backwards(deps, done, at),
    refuseOwn(steps, by) {
      for (const step of steps) if (step.after && gained(step).length > 0) requireForeignRole(by, step.after.id);
    },
  };
  return importer(one);
}
