import { nextTimeOfDay, plusHours, wallTimeOf } from "../lib/time.ts";
import { type Office, plusWorkingHours } from "../lib/working-hours.ts";
import { inOrder, type Offered, type Placed, type Waiting } from "./participation.ts";

/** Long enough to be read and answered by somebody at work. */
const WORKING_HOURS = 4;
/** Of what is left until the start an offer takes a third at most, so that others can be asked. */
const SHARE = 3;
const SHORTEST_MINUTES = 20;
/** From then on a free place is offered to all who wait. */
const LAST_HOURS = 1;
/** An offer does not end at night: nobody is to lose a place because they slept. */
const NIGHT = { from: "21:00", to: "08:30", awake: "09:00" } as const;

const ms = (instant: string) => Date.parse(instant);
const iso = (at: number) => new Date(at).toISOString();
const earlier = (a: string, b: string) => (a < b ? a : b);
const later = (a: string, b: string) => (a > b ? a : b);

/** From then on whoever waits may take a free place, first come, first served. */
export const lastHourOf = (startsAt: string): string => plusHours(startsAt, -LAST_HOURS);

function outOfNight(at: string, zone: string): string {
  const time = wallTimeOf(at, zone).slice(11, 16);
  return time >= NIGHT.from || time < NIGHT.to ? nextTimeOfDay(at, [NIGHT.awake], zone) : at;
}

/**
 * Until when a place is offered to one person: four working hours, a third of what is left at most, twenty minutes at
 * least, not into the night, and not beyond the beginning of the last hour.
 *
 * @param at - when it is offered; @param startsAt - of the session; both ISO-8601 UTC
 * @returns undefined in the last hour, when it is offered to all who wait
 * @source docs/domain.md A7, Decision, offers
 */
export function offerUntil(at: string, startsAt: string, office: Office): string | undefined {
  const last = lastHourOf(startsAt);
  if (at >= last) return undefined;
  const third = iso(ms(at) + Math.floor((ms(startsAt) - ms(at)) / SHARE));
  const least = plusHours(at, SHORTEST_MINUTES / 60);
  const wanted = later(earlier(plusWorkingHours(at, WORKING_HOURS, office), third), least);
  return later(earlier(outOfNight(wanted, office.zone), last), earlier(least, startsAt));
}

/** The place is held for whoever waited, until they answer or the offer ends. */
export const offeredTo = (waiting: Waiting, { at, until }: { at: string; until: string }): Offered => ({
  ...waiting,
  state: "offered",
  expiresAt: until,
  since: at,
});

/** Silence is a no to this offer: they wait on, are asked no more by themselves, and may take a place that is open to all. */
export function lapsed({ expiresAt, ...place }: Offered): Waiting {
  return { ...place, state: "waiting", passedAt: expiresAt, since: expiresAt };
}

/** The place is theirs. */
export function taken(row: Waiting | Offered, at: string): Placed {
  const { passedAt: _, ...place } = row;
  if (place.state === "waiting") return { ...place, state: "placed", since: at };
  const { expiresAt: __, ...held } = place;
  return { ...held, state: "placed", since: at };
}

/** Who is asked first: the order of the line; who let an offer pass comes after all others. */
export const inLine = (a: Waiting, b: Waiting): number =>
  Number(a.passedAt !== undefined) - Number(b.passedAt !== undefined) || inOrder(a, b);
