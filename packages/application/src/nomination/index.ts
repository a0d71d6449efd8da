import type { Table } from "@yigong/core/lib/table.ts";
import { dynamoNominations } from "@yigong/core/nomination/nomination.store.ts";
import type { Handles, Manifest } from "../manifest/manifest.ts";
import { after } from "../ports/effect-handler.ts";
import { type CloseListDeps, closeList } from "./close-list.ts";
import { externalClasses } from "./external-classes.ts";

export const nomination = {
  name: "nomination",
  stores: (table: Table) => ({ nominations: dynamoNominations(table) }),
  offers: (deps: Parameters<typeof externalClasses>[0]) => ({ externalClasses: externalClasses(deps) }),
  handlers: (deps: CloseListDeps): Handles<"nomination.close"> => ({
    "nomination.close": (effect) => after(closeList(deps, effect)),
  }),
} as const satisfies Manifest;
