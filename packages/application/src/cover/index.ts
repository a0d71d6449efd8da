import { dynamoCovers } from "@yigong/core/cover/cover.store.ts";
import type { Table } from "@yigong/core/lib/table.ts";
import type { Handles, Manifest } from "../manifest/manifest.ts";
import { after } from "../ports/effect-handler.ts";
import type { CoverDeps } from "./cover-stores.ts";
import { listDoneCovers } from "./list-done-covers.ts";
import { matchCovers } from "./match-covers.ts";
import { recomputeCovers } from "./recompute-covers.ts";
import { coverScorer } from "./score-covers.ts";
import { voidCovers } from "./void-covers.ts";

type CoverHandlerDeps = CoverDeps & { now: () => string };

export const cover = {
  name: "cover",
  stores: (table: Table) => ({ covers: dynamoCovers(table) }),
  offers: (deps: CoverDeps) => ({ recomputeCovers: recomputeCovers(deps), voidCovers: voidCovers(deps) }),
  handlers(deps: CoverHandlerDeps): Handles<"cover.round"> {
    const match = matchCovers(deps);
    return { "cover.round": ({ activityId }) => after(match(activityId, deps.now())) };
  },
  scorers: (deps: Pick<CoverDeps, "covers" | "members" | "zone">) => [coverScorer(listDoneCovers(deps))],
} as const satisfies Manifest;
