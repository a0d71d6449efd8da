import type { ServiceView } from "@yigong/functions/api/service.view.ts";
import type * as z from "zod";
import type { Page } from "../api/routes.ts";

export type LongTermService = z.output<typeof ServiceView>;

declare module "../api/routes.ts" {
  interface Answers {
    "GET /services": Page<LongTermService>;
    "GET /services/{id}": LongTermService;
    "POST /services": LongTermService;
    "PATCH /services/{id}": LongTermService;
    "POST /services/{id}/visits": LongTermService;
    "PUT /services/{id}/solved": LongTermService;
    "POST /services/{id}/end": LongTermService;
  }
}
