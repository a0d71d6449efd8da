import type { Table } from "@yigong/core/lib/table.ts";
import { dynamoLifecycles } from "@yigong/core/lifecycle/lifecycle.store.ts";
import type { Manifest } from "../manifest/manifest.ts";
import { decideStage } from "./decide-stage.ts";

/** Its effects, `execution.start` and `lifecycle.nudge`, speak to the workflow engine: the edge handles them. */
export const lifecycle = {
  name: "lifecycle",
  stores: (table: Table) => ({ lifecycles: dynamoLifecycles(table) }),
  offers: (deps: Parameters<typeof decideStage>[0]) => ({ decideStage: decideStage(deps) }),
} as const satisfies Manifest;
