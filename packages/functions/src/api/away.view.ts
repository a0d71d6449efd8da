import { z } from "@hono/zod-openapi";
import type { AwayDeps } from "@yigong/application/away/away-stores.ts";
import type { Info } from "@yigong/core/away/away.ts";
import { peopleOf } from "./names.ts";

/** What a person, or whoever decides on it, sees of planned absences. */
export const AwayView = z
  .object({
    memberId: z.string(),
    /** Whether the reader decides on those that are asked. */
    mayDecide: z.boolean(),
    /** Whether the reader may write one down for the person. */
    mayEnter: z.boolean(),
    items: z.array(
      z.object({
        id: z.string(),
        from: z.string(),
        to: z.string(),
        /** Monday is 1, Sunday 7; without any, each day. */
        weekdays: z.array(z.int()).optional(),
        note: z.string().optional(),
        status: z.enum(["standing", "asked", "approved", "refused", "ended"]),
        endedOn: z.string().optional(),
        by: z.string().optional(),
        byName: z.string().optional(),
        /** For whom the one who approved it stood in. */
        byForName: z.string().optional(),
        at: z.string().optional(),
        reason: z.string().optional(),
        /** Who wrote it down for the person. */
        enteredBy: z.string().optional(),
      }),
    ),
  })
  .openapi("Away");

export async function awayView(
  deps: Pick<AwayDeps, "members">,
  { memberId, periods }: Info,
  { mayDecide, mayEnter = false }: { mayDecide: boolean; mayEnter?: boolean },
): Promise<z.output<typeof AwayView>> {
  const byFor = (period: Info["periods"][number]) => (period.status === "approved" ? period.byFor : undefined);
  const ids = periods.flatMap((one) => ["by" in one ? one.by : "", byFor(one) ?? "", one.entered?.by ?? ""]);
  const person = await peopleOf(deps, ids);
  const items = periods
    .toSorted((a, b) => (a.from > b.from ? -1 : Number(a.from < b.from)))
    .map((period) => {
      const principal = byFor(period);
      return {
        ...period,
        ...("by" in period ? { byName: person(period.by).name } : {}),
        ...(period.entered ? { enteredBy: person(period.entered.by).name } : {}),
        ...(principal === undefined ? {} : { byForName: person(principal).name }),
      };
    });
  return AwayView.parse({ memberId, mayDecide, mayEnter, items });
}
