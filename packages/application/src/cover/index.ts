import { dynamoCovers } from "@yigong/core/cover/cover.store.ts";
import type { Table } from "@yigong/core/lib/table.ts";
import type { Handles, Manifest } from "../manifest/manifest.ts";
import { after } from "../ports/effect-handler.ts";
import { type CoverWork, coverWork } from "./arrange-covers.ts";
import type { CoverDeps } from "./cover-standing.ts";
import { coverScorer } from "./score-covers.ts";

export const cover = {
  name: "cover",
  stores: (table: Table) => ({ covers: dynamoCovers(table) }),
  offers: (deps: CoverDeps) => ({ coverWork: coverWork(deps) }),
  handlers: (deps: { coverWork: Pick<CoverWork, "coverRound">; now: () => string }): Handles<"cover.round"> => ({
    "cover.round": ({ activityId }) => after(deps.coverWork.coverRound(activityId, deps.now())),
  }),
  scorers: (deps: { coverWork: Pick<CoverWork, "covered"> }) => [coverScorer(deps.coverWork)],
} as const satisfies Manifest;
