import { type Service, servicesOf } from "@yigong/core/attendance/outcome.ts";
import type { AttendanceDeps } from "./attendance-stores.ts";

/** Lists what everybody who was present did: what points are posted from. */
export const listServices =
  ({ attendances, zone }: Pick<AttendanceDeps, "attendances" | "zone">) =>
  async ({ id }: { id: string }): Promise<Service[]> =>
    servicesOf(await attendances.of(id), zone);
