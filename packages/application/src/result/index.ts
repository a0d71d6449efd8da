import type { Table } from "@yigong/core/lib/table.ts";
import { dynamoResults } from "@yigong/core/result/result.store.ts";
import type { Handles, Manifest } from "../manifest/manifest.ts";
import { after } from "../ports/effect-handler.ts";
import { type CertifyDeps, certify } from "./certify.ts";

export const result = {
  name: "result",
  stores: (table: Table) => ({ results: dynamoResults(table) }),
  handlers: (deps: CertifyDeps): Handles<"result.certify"> => ({
    "result.certify": (effect) => after(certify(deps, effect)),
  }),
} as const satisfies Manifest;
