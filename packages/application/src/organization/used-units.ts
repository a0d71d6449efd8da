import type * as Member from "@yigong/core/member/member.ts";
import type { UnitInfo } from "@yigong/core/organization/organization.ts";

/** The ids of all units that anybody ever belonged to or holds a role in, or that cover a post. */
export const usedUnits = (members: readonly Member.Info[], units: readonly UnitInfo[]): Set<string> =>
  new Set(
    [
      ...members.flatMap(({ affiliations }) =>
        affiliations.flatMap(({ branchId, departmentId, postId }) => [branchId, departmentId, postId]),
      ),
      ...members.flatMap(({ teamIds }) => teamIds),
      ...members.flatMap(({ roles }) => roles.flatMap(({ scope }) => (scope.kind === "all" ? [] : [scope.unitId]))),
      ...units.flatMap((unit) => (unit.kind === "post" ? unit.coverableBy : [])),
    ].filter((id) => id !== undefined),
  );
