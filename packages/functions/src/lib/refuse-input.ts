import { Refusal } from "@yigong/core/lib/error.ts";

/** Turns what a schema found into one refusal that names every fault. @throws `input.invalid` */
export const refuseInput = (issues: readonly { path: PropertyKey[]; message: string }[]): Refusal =>
  new Refusal(
    "invalid",
    "input.invalid",
    issues.map((issue) => `${issue.path.map(String).join(".") || "body"}: ${issue.message}`).join("; "),
  );
