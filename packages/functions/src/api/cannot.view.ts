import { z } from "@hono/zod-openapi";
import type { Cannot } from "@yigong/application/leave/find-cannot.ts";
import type { Language } from "@yigong/core/language/catalogue.ts";
import { inWords, Means, NEEDS } from "@yigong/core/leave/cannot.ts";

const WayView = z.object({
  means: Means,
  sessionId: z.string().optional(),
  needId: z.string().optional(),
  /** What it is about. */
  from: z.string(),
  to: z.string(),
  /** What has to be said with it. */
  needs: z.object({ note: z.boolean(), reason: z.boolean(), evidence: z.boolean() }),
  /** What it comes to, told before it is done. */
  consequences: z.array(z.string()),
});

/** What "I cannot come" means now. */
export const CannotView = z
  .object({
    activityId: z.string(),
    title: z.string(),
    ways: z.array(WayView),
    /** To be sent back with the act: what was shown. */
    seen: z.string(),
    /** Why there is nothing to say. */
    nothing: z.string().optional(),
  })
  .openapi("Cannot");

/** @param language - of the reader; @param zone - the alliance's time zone */
export const cannotView = (
  { activity, ways, seen, nothing }: Cannot,
  language: Language,
  zone: string,
): z.output<typeof CannotView> =>
  CannotView.parse({
    activityId: activity.id,
    title: activity.title,
    ways: ways.map((way) => ({
      ...way,
      needs: NEEDS[way.means],
      consequences: way.consequences.map((one) => inWords(one, language, zone)),
    })),
    seen,
    ...(nothing === undefined ? {} : { nothing: inWords({ word: nothing, params: {} }, language, zone) }),
  });
