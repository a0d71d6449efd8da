import type { DeedView } from "@yigong/functions/api/deed.view.ts";
import type * as z from "zod";
import type { Page } from "../../shared/api/routes.ts";

export type Deed = z.output<typeof DeedView>;

declare module "../../shared/api/routes.ts" {
  interface Answers {
    "GET /deeds": Page<Deed>;
    "GET /deeds/{year}/count": { year: number; standing: number; voided: number };
    "POST /deeds": Deed;
    "POST /deeds/{year}/{deedId}/void": Deed;
  }
}
