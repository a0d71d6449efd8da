import { dynamoProgrammes } from "@yigong/core/growth/growth.store.ts";
import type { Table } from "@yigong/core/lib/table.ts";
import type { Handles, Manifest } from "../manifest/manifest.ts";
import { after } from "../ports/effect-handler.ts";
import { type AskRatingsDeps, askRatings } from "./ask-ratings.ts";

export const growth = {
  name: "growth",
  stores: (table: Table) => ({ programmes: dynamoProgrammes(table) }),
  handlers(deps: AskRatingsDeps): Handles<"growth.ask"> {
    const ask = askRatings(deps);
    return { "growth.ask": (effect) => after(ask(effect)) };
  },
} as const satisfies Manifest;
