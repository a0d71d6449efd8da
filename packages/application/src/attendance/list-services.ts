import { type Service, servicesOf } from "@yigong/core/attendance/outcome.ts";
import { recent } from "@yigong/core/lib/reading.ts";
import { isThere } from "@yigong/core/participation/exempt.ts";
import type { AttendanceDeps } from "./attendance-stores.ts";

/** Lists what everybody who was present did while employed: what points are posted from. */
export const listServices =
  ({ attendances, members, zone }: Pick<AttendanceDeps, "attendances" | "members" | "zone">) =>
  async ({ id }: { id: string }): Promise<Service[]> => {
    const present = (await attendances.of(id)).filter((row) => row.state === "present");
    const found = await members.getMany([...new Set(present.map(({ memberId }) => memberId))], recent);
    const byId = new Map(found.map((member) => [member.id as string, member]));
    return servicesOf(
      present.filter((row) => isThere(byId.get(row.memberId), row.checkedInAt, zone)),
      zone,
    );
  };
