import { dynamoSignInCodes } from "@yigong/core/identity/challenge.store.ts";
import { dynamoIdentities } from "@yigong/core/identity/identity.store.ts";
import type { Table } from "@yigong/core/lib/table.ts";
import type { Handles, Manifest, Retention } from "../manifest/manifest.ts";
import { type ForgetCodesDeps, forgetCodes, KEPT_DAYS } from "./forget-codes.ts";
import { type SendCodeDeps, sendCode } from "./send-code.ts";

export const identity = {
  name: "identity",
  stores: (table: Table) => ({ identities: dynamoIdentities(table), signInCodes: dynamoSignInCodes(table) }),
  handlers: (deps: SendCodeDeps): Handles<"identity.sendCode"> => ({
    "identity.sendCode": (effect, attempt) => sendCode(effect, attempt, deps),
  }),
  retention: (deps: ForgetCodesDeps): Retention[] => [
    { rows: "one-time codes and what limits them", keptDays: KEPT_DAYS, forget: forgetCodes(deps) },
  ],
} as const satisfies Manifest;
