import { entryOf } from "@yigong/core/audit/audit.ts";
import { Refusal } from "@yigong/core/lib/error.ts";
import type { Info as Member } from "@yigong/core/member/member.ts";
import { UnitId } from "@yigong/core/organization/organization.ts";
import type { Grant, Role, Scope } from "@yigong/core/permission/role.ts";
import { ROLES } from "@yigong/core/permission/roles.ts";
import * as z from "zod";
import type { IdentityDeps } from "./identity-stores.ts";

const Mapped = z.object({
  role: z.enum(ROLES).optional(),
  branch: z.string().optional(),
  team: z.string().optional(),
});

/**
 * What a group of the company's directory gives: a role everywhere, in a branch or in a team, or a place in a team.
 *
 * `{"yigong-admins":{"role":"administrator"},"party-1":{"role":"branchSecretary","branch":"第一支部"},"care":{"team":"爱心奉献"}}`
 */
export const GroupMapping = z.record(z.string().min(1), Mapped);
export type GroupMapping = z.infer<typeof GroupMapping>;

/** Who changed it, in the audit: nobody on the roster. */
const DIRECTORY = "directory";

interface Meaning {
  grant?: { role: Role; scope: Scope };
  teamId?: UnitId;
}

async function meaningOf({ units }: IdentityDeps, { role, branch, team }: z.infer<typeof Mapped>): Promise<Meaning> {
  const unit = branch ? await units.byName("branch", branch) : team ? await units.byName("team", team) : undefined;
  // A unit that is not there, or no more, gives nothing: the mapping may be ahead of the roster.
  if ((branch || team) && !unit) return {};
  if (!role) return unit && team ? { teamId: UnitId.parse(unit.id) } : {};
  const scope: Scope = unit ? { kind: branch ? "branch" : "team", unitId: unit.id } : { kind: "all" };
  return { grant: { role, scope } };
}

/**
 * Gives and takes the roles and teams that the directory's groups stand for. What the mapping does not name stays as it
 * is, and so does everything when the provider said nothing about groups.
 *
 * @param groups - those that the provider has the person in
 * @returns the member after it; the last administrator stays one
 * @source docs/domain.md "Decision, groups of the directory"
 */
export async function followGroups(
  deps: IdentityDeps,
  member: Member,
  { groups, mapping, at }: { groups: readonly string[] | undefined; mapping: GroupMapping; at: string },
): Promise<Member> {
  if (groups === undefined || Object.keys(mapping).length === 0) return member;
  const known = await Promise.all(
    Object.entries(mapping).map(async ([group, mapped]) => ({
      isIn: groups.includes(group),
      ...(await meaningOf(deps, mapped)),
    })),
  );
  const change = (before: Member) => {
    const after = { ...before, roles: rolesAfter(before.roles, known, at), teamIds: teamsAfter(before.teamIds, known) };
    return JSON.stringify(after) === JSON.stringify(before) ? before : after;
  };
  if (change(member) === member) return member;
  try {
    return await deps.members.change(member.id, (before) => {
      const to = change(before);
      const entry = entryOf(deps.newId, {
        subjectId: member.id,
        at,
        action: "identity.followGroups",
        by: { actorId: DIRECTORY },
        detail: { roles: to.roles, teamIds: to.teamIds },
      });
      return { to, at, audit: to === before ? [] : [entry] };
    });
  } catch (error) {
    if (error instanceof Refusal && error.code === "member.last_administrator") return member;
    throw error;
  }
}

type Known = Meaning & { isIn: boolean };

const isSame = (a: { role: Role; scope: Scope }, b: { role: Role; scope: Scope }): boolean =>
  a.role === b.role && JSON.stringify(a.scope) === JSON.stringify(b.scope);

/** Grants in one's own right that the mapping names: open while the person is in a group for it, ended otherwise. */
function rolesAfter(roles: readonly Grant[], known: readonly Known[], at: string): Grant[] {
  const isOpen = ({ until, deputyFor }: Grant) => deputyFor === undefined && (until === undefined || until > at);
  const wanted = known.flatMap(({ isIn, grant }) => (isIn && grant ? [grant] : []));
  const named = known.flatMap(({ grant }) => grant ?? []);
  const kept = roles.map((grant) => {
    const isTaken =
      isOpen(grant) && named.some((one) => isSame(one, grant)) && !wanted.some((one) => isSame(one, grant));
    return isTaken ? { ...grant, until: at } : grant;
  });
  const fresh = wanted.filter(
    (grant, index) =>
      !roles.some((held) => isOpen(held) && isSame(held, grant)) &&
      wanted.findIndex((other) => isSame(other, grant)) === index,
  );
  return [...kept, ...fresh.map((grant) => ({ ...grant, from: at }))];
}

function teamsAfter(teamIds: Member["teamIds"], known: readonly Known[]): Member["teamIds"] {
  const wanted = new Set(known.flatMap(({ isIn, teamId }) => (isIn && teamId ? [teamId] : [])));
  const named = new Set(known.flatMap(({ teamId }) => teamId ?? []));
  return [...new Set([...teamIds.filter((id) => !named.has(id) || wanted.has(id)), ...wanted])];
}
