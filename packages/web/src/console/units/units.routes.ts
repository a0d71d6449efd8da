import type { UnitInfo } from "@yigong/core/organization/organization.ts";
import type { StaffingView } from "@yigong/functions/api/unit-people.view.ts";
import type * as z from "zod";

export type Unit = UnitInfo;
export type Staffing = z.output<typeof StaffingView>;

declare module "../../shared/api/routes.ts" {
  interface Answers {
    "GET /units/people": { items: Staffing[] };
    "GET /units/{id}": Unit;
    "POST /units": Unit;
    "PATCH /units/{id}": Unit;
    "DELETE /units/{id}": Unit;
  }
}
