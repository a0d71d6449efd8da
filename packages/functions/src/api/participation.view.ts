import { z } from "@hono/zod-openapi";
import type { SessionWarning } from "@yigong/application/participation/find-engagements.ts";
import type { OwnStanding } from "@yigong/application/participation/find-own-standing.ts";
import type { OwnParticipation } from "@yigong/application/participation/list-own-participations.ts";
import type { Named } from "@yigong/application/participation/list-people.ts";
import type { OwnPlace } from "@yigong/application/participation/own-place.ts";
import type { Language } from "@yigong/core/language/catalogue.ts";
import * as Leave from "@yigong/core/leave/leave.ts";
import { STATES } from "@yigong/core/participation/duty.ts";
import { wordsOf } from "@yigong/core/participation/fault.ts";
import { How } from "@yigong/core/participation/said.ts";
import { warningText } from "@yigong/core/participation/warning.ts";
import { ActivityView, activityView } from "./activity.view.ts";

const PlaceState = z.enum(["placed", "waiting", "offered", "released", "withdrawn"]);
const DutyState = z.enum(STATES);

const SaidView = z.object({ by: z.string(), how: How, at: z.string() });

/** One's own place in a session. */
export const PlaceView = z
  .object({
    activityId: z.string(),
    sessionId: z.string(),
    positionId: z.string(),
    state: PlaceState,
    /** Until the deadline has given out the places. */
    provisional: z.boolean(),
    number: z.number(),
    /** How many wait up to and with oneself. */
    queue: z.number().optional(),
    duty: z.boolean(),
    startsAt: z.string(),
    endsAt: z.string(),
    signedUpAt: z.string(),
    consentedAt: z.string(),
    since: z.string(),
    /** Until when a place that came free is held for them. */
    expiresAt: z.string().optional(),
    /** A place is free that whoever waits may take, first come, first served. */
    open: z.boolean().optional(),
    reason: z.string().optional(),
    /** For who waits while people are recruited: other positions that have places left. */
    free: z
      .array(z.object({ sessionId: z.string(), positionId: z.string(), name: z.string(), places: z.number() }))
      .optional(),
  })
  .openapi("Place");

export const placeView = ({ place, provisional, queue, free, open }: OwnPlace): z.output<typeof PlaceView> =>
  PlaceView.parse({
    ...place,
    provisional,
    ...(queue === undefined ? {} : { queue }),
    ...(free === undefined ? {} : { free }),
    ...(open ? { open } : {}),
  });

/** Leave as the member and whoever decides see it. */
export const LeaveView = z
  .object({
    activityId: z.string(),
    memberId: z.string(),
    name: z.string().optional(),
    employeeNumber: z.string().optional(),
    branchId: z.string().optional(),
    status: z.enum(["requested", "escalated", "approved", "refused", "withdrawn"]),
    reason: Leave.Reason,
    note: z.string(),
    late: z.boolean(),
    evidence: z.string().optional(),
    photoIds: z.array(z.string()).optional(),
    requestedAt: z.string(),
    decision: Leave.Decision.optional(),
    earlier: z.number(),
  })
  .openapi("Leave");

const called = ({ name, employeeNumber }: { name?: string; employeeNumber?: string }) => ({ name, employeeNumber });

export const leaveView = (
  leave: Leave.Info,
  whose: { name?: string; employeeNumber?: string } = {},
): z.output<typeof LeaveView> => {
  const { at, ...plea } = leave.request;
  return LeaveView.parse({ ...leave, ...plea, requestedAt: at, ...called(whose), earlier: leave.earlier.length });
};

export const MineView = z
  .object({
    activity: ActivityView,
    onDuty: z.boolean(),
    dutyState: DutyState.optional(),
    places: z.array(PlaceView),
    leave: LeaveView.optional(),
    /** Whether there is anything that one could say by "I cannot come" (`/me/cannot/{id}`). */
    cannot: z.boolean(),
    positions: z.array(
      z.object({
        sessionId: z.string(),
        positionId: z.string(),
        headCount: z.number(),
        placed: z.number(),
        waiting: z.number(),
        /** Why one cannot sign up, and the way on; empty when one can. */
        faults: z.array(z.object({ code: z.string(), message: z.string() })),
        /** What to mind, and keeps nobody from signing up: the way from or to something else, one's own shift. */
        warnings: z.array(z.object({ code: z.string(), message: z.string() })),
      }),
    ),
  })
  .openapi("MyPlaces");

/** @param language - of the reader; @param zone - the alliance's time zone */
export const mineView = (mine: OwnStanding, language: Language, zone: string): z.output<typeof MineView> =>
  MineView.parse({
    ...mine,
    activity: activityView(mine.activity, mine.lifecycle),
    places: mine.places.map(placeView),
    leave: mine.leave && leaveView(mine.leave),
    positions: mine.offers.map((offer) => ({
      ...offer,
      faults: offer.faults.map((fault) => ({ code: fault.code, message: wordsOf(fault, language, zone) })),
      warnings: offer.warnings.map((one) => ({
        code: one.reason,
        message: warningText(one, "warning", { language, zone }),
      })),
    })),
  });

export const ParticipationView = PlaceView.extend({ title: z.string(), place: z.string() }).openapi("MyParticipation");

export const participationView = ({ title, where, ...own }: OwnParticipation): z.output<typeof ParticipationView> =>
  ParticipationView.parse({ ...placeView(own), title, place: where });

/** A person of an activity. Why somebody is on leave is for those who decide it. */
export const PersonView = z
  .object({
    memberId: z.string(),
    name: z.string(),
    employeeNumber: z.string(),
    branchId: z.string().optional(),
    dutyState: DutyState.optional(),
    places: z.array(
      z.object({
        sessionId: z.string(),
        positionId: z.string(),
        state: PlaceState,
        number: z.number(),
        signedUpAt: z.string(),
        consentedAt: z.string(),
        since: z.string(),
        expiresAt: z.string().optional(),
        /** Said after the start that they cannot come. */
        cannot: z.object({ at: z.string(), note: z.string() }).optional(),
        /** Who wrote the sign-up, or the withdrawal, down for them, and how it was said. */
        entered: SaidView.optional(),
        said: SaidView.optional(),
      }),
    ),
    leave: LeaveView.shape.status.optional(),
    /** What to mind about sessions that are ahead: they are on shift, or come from somewhere else. */
    marks: z.array(z.object({ sessionId: z.string(), code: z.string(), message: z.string() })).optional(),
  })
  .openapi("Person");

export const personView = (person: Named): z.output<typeof PersonView> =>
  PersonView.parse({ ...person, leave: person.leave?.status });

/** A person with what to mind about them. @param language - of the reader; @param zone - the alliance's time zone */
export const markedView = (
  person: Named,
  warnings: readonly SessionWarning[],
  reader: { language: Language; zone: string },
): z.output<typeof PersonView> => ({
  ...personView(person),
  ...(warnings.length > 0
    ? {
        marks: warnings.map((one) => ({
          ...{ sessionId: one.sessionId, code: one.reason },
          message: warningText(one, "mark", reader),
        })),
      }
    : {}),
});

export const DutyListView = z
  .object({
    fixedAt: z.string().optional(),
    total: z.number(),
    counts: z.object(
      Object.fromEntries(STATES.map((state) => [state, z.number()])) as Record<(typeof STATES)[number], z.ZodNumber>,
    ),
    items: z.array(PersonView),
    cursor: z.string().optional(),
  })
  .openapi("DutyList");
