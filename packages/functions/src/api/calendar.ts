import { createRoute, z } from "@hono/zod-openapi";
import type { CalendarAddresses } from "@yigong/core/calendar/address.store.ts";
import { SECRET_DIGITS } from "@yigong/core/calendar/address.ts";
import { allow } from "@yigong/core/permission/policy.ts";
import type { Context } from "hono";
import { actorOf, answers, type Env, routes, security } from "../lib/edge.ts";

const tags = ["Me"];
const path = "/me/calendar";
const route = (summary: string) => ({ path, summary, tags, security }) as const;
const AddressView = z.object({ createdAt: z.string().optional() }).openapi("CalendarAddress");
const NewAddressView = z.object({ url: z.string(), createdAt: z.string() }).openapi("NewCalendarAddress");

export interface CalendarRouteDeps {
  calendarAddresses: CalendarAddresses;
  /** Random lower-case hexadecimal digits. */
  random: (digits: number) => string;
  /** Where people reach us, without a slash at the end. */
  origin: () => string;
  now: () => string;
}

/** The private address of one's own calendar: whoever has it reads the calendar, so it can be renewed and taken back. */
export const calendarRoutes = (deps: CalendarRouteDeps) => {
  const own = (c: Context<Env>): string => {
    const { memberId } = actorOf(c);
    allow(actorOf(c), "calendar.own", { ownerId: memberId });
    return memberId;
  };
  return routes()
    .openapi(
      createRoute({
        ...route("Whether I have an address, and since when; the address itself is shown once"),
        method: "get",
        responses: answers(AddressView, "Since when there is one; without one nothing"),
      }),
      async (c) => {
        const address = await deps.calendarAddresses.ofMember(own(c));
        return c.json(address ? { createdAt: address.createdAt } : {}, 200);
      },
    )
    .openapi(
      createRoute({
        ...route("Make an address, or another one: the one before ends at once"),
        method: "post",
        responses: answers(NewAddressView, "The address, for this once"),
      }),
      async (c) => {
        const secret = deps.random(SECRET_DIGITS);
        const { createdAt } = await deps.calendarAddresses.renew(own(c), secret, deps.now());
        c.header("cache-control", "no-store");
        return c.json({ url: `${deps.origin()}/calendar/${secret}.ics`, createdAt }, 200);
      },
    )
    .openapi(
      createRoute({
        ...route("Take the address back"),
        method: "delete",
        responses: { 204: { description: "It is void" } },
      }),
      async (c) => {
        await deps.calendarAddresses.revoke(own(c));
        return c.body(null, 204);
      },
    );
};
