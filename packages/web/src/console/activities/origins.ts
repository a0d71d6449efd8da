import type { Role } from "@yigong/core/permission/role.ts";
import type { Activity, Member } from "../../shared/api/routes.ts";

type Person = Pick<Member, "roles" | "volunteerSince">;

const holds = ({ roles }: Person, ...wanted: readonly Role[]) => roles.some(({ role }) => wanted.includes(role));

/** Whose activities somebody may start, the likeliest first. @source docs/domain.md A1 */
export function originsFor(person: Person): Activity["origin"][] {
  const announces = holds(person, "alliance", "organizer");
  return [
    ...(announces ? (["alliance"] as const) : []),
    ...(announces || holds(person, "teamLead") ? (["team"] as const) : []),
    ...(person.volunteerSince ? (["self"] as const) : []),
  ];
}
