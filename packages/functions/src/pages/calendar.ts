import { buildCalendar, type CalendarDeps } from "@yigong/application/calendar/build-calendar.ts";
import type { CalendarAddresses } from "@yigong/core/calendar/address.store.ts";
import { isSecret } from "@yigong/core/calendar/address.ts";
import { recent } from "@yigong/core/lib/reading.ts";
import { isEmployedOn, type Info as Member } from "@yigong/core/member/member.ts";
import { Hono } from "hono";
import { etag } from "hono/etag";

export interface CalendarPageDeps extends CalendarDeps {
  calendarAddresses: Pick<CalendarAddresses, "holder">;
  members: { getMany(ids: readonly string[], reading?: typeof recent): Promise<Member[]> };
  now: () => string;
  dayOf: (at: string) => string;
}

const ENDING = ".ics";

/**
 * The calendar feed at its private address.
 *
 * An address that was never given out, one that is void, and that of somebody who has left are like any page that is not there.
 */
export const calendarPages = (deps: CalendarPageDeps): Hono =>
  new Hono().use("/calendar/*", etag()).get("/calendar/:file", async (c) => {
    const file = c.req.param("file");
    const secret = file.endsWith(ENDING) ? file.slice(0, -ENDING.length) : "";
    const memberId = isSecret(secret) ? await deps.calendarAddresses.holder(secret) : undefined;
    const [member] = memberId === undefined ? [] : await deps.members.getMany([memberId], recent);
    const at = deps.now();
    if (!member || !isEmployedOn(member, deps.dayOf(at))) return c.notFound();
    return c.body(await buildCalendar(deps, member, at), 200, {
      "content-type": "text/calendar; charset=utf-8",
      "content-disposition": 'inline; filename="yigong.ics"',
      // Asked again each time, so that a revoked address ends at once.
      "cache-control": "private, no-cache",
      "x-robots-tag": "noindex",
      "x-content-type-options": "nosniff",
      "referrer-policy": "no-referrer",
    });
  });
