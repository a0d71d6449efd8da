import type { Info as Member } from "../member/member.ts";
import { givingWay, isOfRoster, type TrainerTerm, trainerTermsOf } from "../member/trainer-term.ts";
import type { UnitInfo } from "../organization/organization.ts";
import type { PreviewRow } from "../roster/roster.ts";
import type { Step } from "../staging/head.ts";
import { holding, isSame } from "./trainer.ts";
import type { Entry, ReadTrainer } from "./trainer-entry.ts";

interface Stored {
  members: readonly Member[];
  teams: readonly UnitInfo[];
  /** The import's instant, ISO-8601 UTC, and its local day. */
  at: string;
  day: string;
}

const LEVEL_NAMES = { junior: "初级", intermediate: "中级", senior: "高级" } as const;

/** What was taken for granted of somebody who came on the roster as a trainer: a file that names them knows better. */
const isGuess = (term: TrainerTerm, { volunteerSince }: Member): boolean =>
  isOfRoster(term) && term.from === volunteerSince;

/** Compares a file of appointments with the stored ones: it adds, and ends or takes away none. */
export function planTrainers(read: readonly ReadTrainer[], { members, teams, at, day }: Stored) {
  const byId = new Map(members.map((member) => [member.id as string, member]));
  const names = new Map(teams.map(({ id, name }) => [id as string, name]));
  const added = new Map<string, Entry[]>();
  const rows = read.map((row): PreviewRow => {
    const { number, employeeNumber, name, entry, problems } = row;
    const preview = { row: number, employeeNumber, name, problems };
    const member = entry && byId.get(entry.memberId);
    if (!entry || !member) return { ...preview, state: "bad", changes: [] };
    if (trainerTermsOf(member).some((term) => isSame(term, entry.writing)))
      return { ...preview, state: "unchanged", changes: [] };
    added.set(member.id, [...(added.get(member.id) ?? []), entry]);
    return { ...preview, state: "adds", changes: changesOf(entry, names) };
  });
  const steps = [...added].flatMap(([memberId, entries]): Step<Member>[] => {
    const before = byId.get(memberId);
    if (!before) return [];
    const made = entries.map(({ writing }) => ({ ...writing, at }));
    const kept = made.reduce(
      givingWay,
      [...trainerTermsOf(before)].filter((term) => !isGuess(term, before)),
    );
    const terms = [...kept, ...made];
    return [{ before, after: { ...holding(before, terms, day), version: before.version + 1 } }];
  });
  return { rows, steps };
}

function changesOf({ writing }: Entry, names: ReadonlyMap<string, string>): PreviewRow["changes"] {
  const { from, until, level, teamIds } = writing;
  const said = {
    聘任日期: from,
    聘期至: until ?? "",
    级别: LEVEL_NAMES[level],
    专长: teamIds.map((id) => names.get(id) ?? id).join("、"),
  };
  return Object.entries(said).flatMap(([field, to]) => (to === "" ? [] : [{ field, from: "", to }]));
}
