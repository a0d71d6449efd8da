import type { RegisterLineView } from "@yigong/functions/api/register-board.view.ts";
import type * as z from "zod";
import type { Page } from "../../shared/api/routes.ts";

export type RegisterLine = z.output<typeof RegisterLineView>;

declare module "../../shared/api/routes.ts" {
  interface Answers {
    "GET /register/archives": Page<RegisterLine>;
  }
}
