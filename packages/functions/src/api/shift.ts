import { createRoute, z } from "@hono/zod-openapi";
import { PageRequest } from "@yigong/core/lib/page.ts";
import { Day, dayOf, Instant, plusHours } from "@yigong/core/lib/time.ts";
import type { Members } from "@yigong/core/member/member.store.ts";
import * as Member from "@yigong/core/member/member.ts";
import type { SettingsRow } from "@yigong/core/organization/settings.store.ts";
import { allow } from "@yigong/core/permission/policy.ts";
import { shiftRefusal } from "@yigong/core/shift/shift.refusals.ts";
import type { Shifts } from "@yigong/core/shift/shift.store.ts";
import * as Shift from "@yigong/core/shift/shift.ts";
import { actorOf, answers, inOrder, pageOf, routes, security } from "../lib/edge.ts";
import { subjectOf } from "./member.view.ts";

const Listing = PageRequest.extend({
  member: z.union([z.literal("me"), Member.Id]).optional(),
  /** With `member`: shifts that start in [from, to); by default from yesterday on for 60 days. */
  from: Instant.optional(),
  to: Instant.optional(),
  /** Instead of `member`: everybody's shifts that start on a local day. */
  day: Day.optional(),
}).refine(...inOrder);
const ShiftView = Shift.Info.meta({ id: "Shift" });

export interface ShiftDeps {
  shifts: Shifts;
  members: Pick<Members, "get">;
  settings: Pick<SettingsRow, "get">;
  now: () => string;
}

/** Work shifts, under `/shifts`: one person's, or a day's. */
export const shiftRoutes = (deps: ShiftDeps) =>
  routes().openapi(
    createRoute({
      method: "get",
      path: "/shifts",
      summary: "List work shifts of a member or of a day",
      tags: ["Shifts"],
      security,
      request: { query: Listing },
      responses: answers(pageOf(ShiftView), "Shifts in the order of their start"),
    }),
    async (c) => {
      const { member, day, from, to, ...page } = c.req.valid("query");
      const actor = actorOf(c);
      if ((member === undefined) === (day === undefined)) throw shiftRefusal("shift.member_or_day");
      if (day !== undefined) {
        allow(actor, "shift.read");
        return c.json(await deps.shifts.pageOn(day, page), 200);
      }
      const [at, { zone }] = [deps.now(), await deps.settings.get()];
      const who = await deps.members.get(member === undefined || member === "me" ? actor.memberId : member);
      allow(actor, "shift.read", subjectOf(who, dayOf(at, zone)));
      const begins = from ?? (to === undefined ? plusHours(at, -24) : plusHours(to, -24 * 60));
      const span = { from: begins, to: to ?? plusHours(begins, 24 * 61) };
      return c.json(await deps.shifts.pageOf(who.id, span, page), 200);
    },
  );
