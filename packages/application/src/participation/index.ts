import type { Table } from "@yigong/core/lib/table.ts";
import { dynamoDutyLists } from "@yigong/core/participation/duty-list.store.ts";
import { dynamoParticipations } from "@yigong/core/participation/participation.store.ts";
import { dynamoReached } from "@yigong/core/participation/reached.store.ts";
import { dynamoWorkcalendars } from "@yigong/core/workcalendar/workcalendar.store.ts";
import type { Handles, Manifest } from "../manifest/manifest.ts";
import { after } from "../ports/effect-handler.ts";
import { readWorkdays } from "../workcalendar/workdays-around.ts";
import { endOffer } from "./answer-offer.ts";
import { membersOf } from "./find-place-audience.ts";
import { takesPart } from "./takes-part.ts";

export const participation = {
  name: "participation",
  stores: (table: Table) => ({
    dutyLists: dynamoDutyLists(table),
    participations: dynamoParticipations(table, readWorkdays(dynamoWorkcalendars(table))),
    reached: dynamoReached(table),
  }),
  offers: (deps: Parameters<typeof membersOf>[0] & Parameters<typeof takesPart>[0]) => ({
    placeAudience: membersOf(deps),
    takesPart: takesPart(deps),
  }),
  handlers: (deps: Parameters<typeof endOffer>[0] & { now: () => string }): Handles<"participation.offerEnds"> => ({
    "participation.offerEnds": (effect) => after(endOffer(deps, effect, deps.now())),
  }),
} as const satisfies Manifest;
