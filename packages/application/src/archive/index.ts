import { dynamoArchives } from "@yigong/core/archive/archive.store.ts";
import { dynamoDiaries } from "@yigong/core/archive/diary.store.ts";
import { dynamoMaterials } from "@yigong/core/archive/material.store.ts";
import { dynamoRegisters } from "@yigong/core/archive/register.store.ts";
import { dynamoTypicalCases } from "@yigong/core/archive/typical.store.ts";
import type { Table } from "@yigong/core/lib/table.ts";
import type { Handles, Manifest } from "../manifest/manifest.ts";
import { after } from "../ports/effect-handler.ts";
import { escalateArchive, type RemindDeps } from "./escalate-archive.ts";
import { processMaterial } from "./process-material.ts";

type ArchiveHandlerDeps = RemindDeps & Parameters<typeof processMaterial>[0];

export const archive = {
  name: "archive",
  stores: (table: Table) => ({
    archives: dynamoArchives(table),
    diaries: dynamoDiaries(table),
    materials: dynamoMaterials(table),
    registers: dynamoRegisters(table),
    typicalCases: dynamoTypicalCases(table),
  }),
  handlers: (deps: ArchiveHandlerDeps): Handles<"archive.escalate" | "material.process"> => ({
    "archive.escalate": escalateArchive(deps),
    "material.process": ({ activityId, materialId }) =>
      after(processMaterial(deps, { activityId, materialId, at: deps.now() })),
  }),
} as const satisfies Manifest;
