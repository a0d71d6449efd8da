import type { Table } from "@yigong/core/lib/table.ts";
import { dynamoServices } from "@yigong/core/service/service.store.ts";
import type { Handles, Manifest } from "../manifest/manifest.ts";
import { type RemindServiceDeps, remindService } from "./remind-service.ts";

export const service = {
  name: "service",
  stores: (table: Table) => ({ services: dynamoServices(table) }),
  handlers: (deps: RemindServiceDeps): Handles<"service.remind"> => ({ "service.remind": remindService(deps) }),
} as const satisfies Manifest;
