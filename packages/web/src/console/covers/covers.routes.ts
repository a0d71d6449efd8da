import type { Need, Page } from "../../shared/api/routes.ts";

/** A need of any activity, with what it is in the way of. */
export type ListedNeed = Need & { title: string };

declare module "../../shared/api/routes.ts" {
  interface Answers {
    "GET /covers": Page<ListedNeed> & { total?: number | undefined };
  }
}
