import { documents, type Item } from "../lib/documents.ts";
import { Calendar, emptyCalendar } from "./calendar.ts";
import { Claim, emptyClaim } from "./claim.ts";
import { coverRefusal } from "./cover.refusals.ts";
import * as Cover from "./cover.ts";

/** ElectroDB wants every part of an index's key, even for items that are not in it. */
const NOBODY = "nobody";

/** One item for each need; also found by whom it is offered to or held by, in the order of the shifts. */
export const needDocuments = documents({
  entity: "need",
  schema: Cover.Info,
  attributes: { activityId: "string", needId: "string", version: "number", memberId: "string", from: "string" },
  key: { pk: "activity#${activityId}", sk: "need#${needId}" },
  indexes: {
    // Only needs that somebody is asked for or holds are in this index.
    byMember: {
      on: "gsi1",
      when: ({ memberId }: Item) => memberId !== NOBODY,
      pk: "covers#${memberId}",
      sk: "${from}#${needId}",
    },
  },
  itemOf(need) {
    const { activityId, id: needId, version, from } = need;
    return { activityId, needId, version, from, memberId: Cover.covererOf(need) ?? NOBODY };
  },
  missing: () => coverRefusal("cover.missing"),
});

/** One item for each member who ever agreed to a cover. */
export const calendarDocuments = documents({
  entity: "coverCalendar",
  schema: Calendar,
  attributes: { memberId: "string", version: "number" },
  key: { pk: "member#${memberId}", sk: "covercalendar" },
  itemOf: ({ memberId, version }) => ({ memberId, version }),
  empty: ({ memberId }) => emptyCalendar(memberId),
});

/** One item for each shift of a participant that a cover is or was needed for. */
export const claimDocuments = documents({
  entity: "coverClaim",
  schema: Claim,
  attributes: { participantId: "string", shiftId: "string", version: "number" },
  key: { pk: "member#${participantId}", sk: "coverclaim#${shiftId}" },
  itemOf: ({ participantId, shiftId, version }) => ({ participantId, shiftId, version }),
  empty: emptyClaim,
});
