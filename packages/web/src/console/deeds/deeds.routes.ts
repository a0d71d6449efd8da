import type { Deed } from "../../shared/api/routes.ts";

export type { Deed };

declare module "../../shared/api/routes.ts" {
  interface Answers {
    "GET /deeds/{year}/count": { year: number; standing: number; voided: number; reported: number };
  }
}
