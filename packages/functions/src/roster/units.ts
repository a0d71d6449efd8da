import type { UnitInfo } from "@yigong/core/organization/organization.ts";
import type { RosterDeps } from "./deps.ts";

/** Takes back the units that an import made, save those that anybody belongs to or that were changed since. */
export async function takeUnitsBack(deps: RosterDeps, made: readonly UnitInfo[]): Promise<void> {
  if (made.length === 0) return;
  const members = await deps.members.all();
  const posts = await deps.units.all("post");
  const used = new Set<string | undefined>([
    ...members.flatMap(({ affiliations }) =>
      affiliations.flatMap(({ branchId, departmentId, postId }) => [branchId, departmentId, postId]),
    ),
    ...members.flatMap(({ teamIds }) => teamIds),
    ...posts.flatMap((post) => (post.kind === "post" ? post.coverableBy : [])),
  ]);
  const present = await deps.units.getMany(made.map((unit) => unit.id));
  for (const unit of present) if (!used.has(unit.id) && unit.version === 0) await deps.units.remove(unit);
}
