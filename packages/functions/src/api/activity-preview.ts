import { createRoute, z } from "@hono/zod-openapi";
import { ActivitySoFar } from "@yigong/application/activity/activity-so-far.ts";
import { NewActivity } from "@yigong/application/activity/new-activity.ts";
import { type PreviewDeps, previewActivity } from "@yigong/application/activity/preview-activity.ts";
import type { Worded } from "@yigong/application/activity/preview-steps.ts";
import { endOf, startOf } from "@yigong/core/activity/activity.ts";
import { fill, type Language, WORDS } from "@yigong/core/language/index.ts";
import type { Refusal } from "@yigong/core/lib/error.ts";
import { sayIn } from "@yigong/core/lib/refusals.ts";
import { STAGES } from "@yigong/core/lifecycle/lifecycle.ts";
import { actorOf, answers, body, routes, security } from "../lib/edge.ts";
import { wordsOfIssue } from "../lib/issue-words.ts";
import { languageFor } from "../lib/reader.ts";
import { showValue } from "../lib/show-value.ts";

export type { ActivitySoFar };

export const PreviewView = z
  .object({
    /** How many people its audience asks, and how many of them would be on duty. */
    asked: z.int(),
    duty: z.int(),
    places: z.int(),
    skills: z.array(z.object({ position: z.string(), skill: z.string(), people: z.int() })),
    clashes: z.object({
      activities: z.array(z.object({ id: z.string(), title: z.string(), startsAt: z.string(), endsAt: z.string() })),
      /** How many of those asked are on shift then. */
      shifts: z.int(),
    }),
    steps: z.array(z.object({ stage: z.enum(STAGES), at: z.string(), text: z.string() })),
    /** What would refuse it (`blocking`), and what to mind; what is not said yet is no problem. */
    problems: z.array(z.object({ path: z.string(), text: z.string(), blocking: z.boolean() })),
  })
  .openapi("ActivityPreview");

const valueAt = (value: unknown, path: readonly PropertyKey[]): unknown =>
  path.reduce<unknown>(
    (inner, key) => (inner === null || inner === undefined ? inner : Reflect.get(Object(inner), key)),
    value,
  );

/** What the fields themselves ask for, of what is said already. */
function fieldProblems(draft: ActivitySoFar, language: Language) {
  const found = NewActivity.safeParse(draft);
  if (found.success) return [];
  const said = found.error.issues.filter(({ path }) => valueAt(draft, path) !== undefined);
  return said.map((issue) => ({ path: issue.path.join("."), text: wordsOfIssue(issue)[language], blocking: true }));
}

export interface ActivityPreviewDeps extends PreviewDeps {
  now: () => string;
}

/** What a new activity would come to, while it is being typed. */
export const activityPreviewRoutes = (deps: ActivityPreviewDeps) => {
  const preview = previewActivity(deps);
  const words = ({ key, values = {} }: Worded, language: Language) =>
    fill(
      WORDS[language][key],
      Object.fromEntries(Object.entries(values).map(([name, value]) => [name, String(value)])),
    );
  const said = (refusal: Refusal, language: Language) =>
    refusal.said
      ? sayIn(language, refusal.said, showValue(language, { zone: deps.zone, names: new Map() }))
      : refusal.message;
  return routes().openapi(
    createRoute({
      path: "/activities/preview",
      summary: "See what a new activity would set going, as far as it is described; nothing is written",
      tags: ["Activities"],
      security,
      method: "post",
      request: body(ActivitySoFar),
      responses: answers(PreviewView, "Who is asked, what happens when, and what to mind"),
    }),
    async (c) => {
      const [draft, language] = [c.req.valid("json"), languageFor(c)];
      const { faults, hints, steps, clashes, ...found } = await preview(draft, { actor: actorOf(c), at: deps.now() });
      const view = {
        ...found,
        clashes: {
          ...clashes,
          activities: clashes.activities.map((one) => ({
            id: one.id as string,
            title: one.title,
            startsAt: startOf(one),
            endsAt: endOf(one),
          })),
        },
        steps: steps.map(({ stage, at, ...worded }) => ({ stage, at, text: words(worded, language) })),
        problems: [
          ...fieldProblems(draft, language),
          ...faults.map(({ path, refusal }) => ({ path, text: said(refusal, language), blocking: true })),
          ...hints.map(({ path, ...worded }) => ({ path, text: words(worded, language), blocking: false })),
        ],
      };
      return c.json(view, 200);
    },
  );
};
