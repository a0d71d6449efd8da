import { createRoute, z } from "@hono/zod-openapi";
import { type Next, readTimeline, type TimelineDeps } from "@yigong/application/activity/read-timeline.ts";
import type { Item, Row, RuleId } from "@yigong/application/activity/timeline-item.ts";
import type { Activities } from "@yigong/core/activity/activity.store.ts";
import { Activity } from "@yigong/core/activity/index.ts";
import { fill, instantText, type Language, WORDS } from "@yigong/core/language/index.ts";
import { reasonIn } from "@yigong/core/language/system-reason.ts";
import { recent } from "@yigong/core/lib/reading.ts";
import { STAGES } from "@yigong/core/lifecycle/lifecycle.ts";
import type { Members } from "@yigong/core/member/member.store.ts";
import { allow } from "@yigong/core/permission/policy.ts";
import { activitySubjectBeyondTeam } from "@yigong/core/permission/subject.ts";
import { actorOf, answers, routes, security } from "../lib/edge.ts";
import { languageFor } from "../lib/reader.ts";

const TimelineItem = z.object({
  at: z.string(),
  kind: z.enum(["automatic", "person"]),
  text: z.string(),
  stage: z.enum(STAGES).optional(),
  /** The rule of docs/domain.md by which it happened. */
  rule: z.object({ id: z.string(), text: z.string() }).optional(),
  /** The counts and people it rests on; `href` is within the activity's page. */
  rows: z.array(z.object({ text: z.string(), href: z.string().optional() })),
  by: z
    .object({
      memberId: z.string(),
      name: z.string(),
      employeeNumber: z.string().optional(),
      role: z.string().optional(),
      /** Whom they stood in for, by name and employee number. */
      deputyFor: z.string().optional(),
    })
    .optional(),
  reason: z.string().optional(),
});
const TimelineView = z
  .object({
    items: z.array(TimelineItem),
    /** The next automatic step; absent once it is over. */
    next: z.object({ at: z.string(), text: z.string() }).optional(),
  })
  .openapi("ActivityTimeline");

interface Person {
  name: string;
  employeeNumber: string;
}

interface Speaking {
  language: Language;
  zone: string;
  people: ReadonlyMap<string, Person>;
}

type Key = keyof (typeof WORDS)["zh-CN"];
type Values = Readonly<Record<string, string | number>>;

const isKey = (key: string): key is Key => Object.hasOwn(WORDS["zh-CN"], key);

function say({ language, zone }: Speaking, key: Key, values: Values = {}): string {
  const shown = Object.entries(values).map(([name, value]) => [
    name,
    name === "at" ? instantText(language, String(value), { zone }) : String(value),
  ]);
  return fill(WORDS[language][key], Object.fromEntries(shown));
}

const called = ({ people }: Speaking, memberId: string): string => {
  const person = people.get(memberId);
  return person ? `${person.name} ${person.employeeNumber}` : memberId;
};

const rowView = (speaking: Speaking) => (row: Row) =>
  "memberId" in row
    ? { text: called(speaking, row.memberId) }
    : { text: say(speaking, `timeline.row.${row.name}`, row.values), ...(row.tab ? { href: `?tab=${row.tab}` } : {}) };

function textOf(item: Item, speaking: Speaking): string {
  if ("step" in item) return say(speaking, `timeline.step.${item.step}`, item.values);
  const { action, detail } = item;
  const key = `timeline.action.${action}`;
  const stage = STAGES.find((one) => one === detail?.stage);
  if (!isKey(key)) return say(speaking, "timeline.action.other", { action });
  return say(speaking, key, { stage: stage ? WORDS[speaking.language][`activity.stage.${stage}`] : "" });
}

/** A rule as docs/domain.md names it. */
const ruleView = (speaking: Speaking, rule: RuleId) => ({
  id: rule.replace(/^L(?=\d)/, "Lifecycle "),
  text: say(speaking, `timeline.rule.${rule}`),
});

function itemView(item: Item, speaking: Speaking): z.output<typeof TimelineItem> {
  const { at, kind, stage, rule, rows } = item;
  const shared = {
    at,
    kind,
    text: textOf(item, speaking),
    ...(stage ? { stage } : {}),
    ...(rule ? { rule: ruleView(speaking, rule) } : {}),
    rows: rows.map(rowView(speaking)),
  };
  if (item.kind === "automatic") return shared;
  const { actorId, role, deputyFor } = item.by;
  const person = speaking.people.get(actorId);
  return {
    ...shared,
    by: {
      memberId: actorId,
      name: person?.name ?? actorId,
      ...(person ? { employeeNumber: person.employeeNumber } : {}),
      ...(role ? { role } : {}),
      ...(deputyFor ? { deputyFor: called(speaking, deputyFor) } : {}),
    },
    ...(item.reason === undefined ? {} : { reason: reasonIn(speaking.language, item.reason) }),
  };
}

/** Everybody whom a timeline names. */
const idsIn = (items: readonly Item[]): string[] => [
  ...new Set(
    items.flatMap((item) => [
      ...item.rows.flatMap((row) => ("memberId" in row ? [row.memberId] : [])),
      ...(item.kind === "person" ? [item.by.actorId, ...(item.by.deputyFor ? [item.by.deputyFor] : [])] : []),
    ]),
  ),
];

const nextView = (next: Next | undefined, speaking: Speaking) =>
  next && { at: next.at, text: say(speaking, next.key, next.values) };

export interface ActivityTimelineDeps extends TimelineDeps {
  activities: Pick<Activities, "get">;
  members: Pick<Members, "getMany">;
  now: () => string;
}

/** Why an activity stands where it does, in words. */
export const activityTimelineRoutes = (deps: ActivityTimelineDeps) =>
  routes().openapi(
    createRoute({
      path: "/activities/{id}/timeline",
      summary: "What happened to an activity and why, oldest first: by itself, with rule and rows, and by people",
      tags: ["Activities"],
      security,
      method: "get",
      request: { params: z.object({ id: Activity.Id }) },
      responses: answers(TimelineView, "The steps in words, and the next automatic one"),
    }),
    async (c) => {
      const activity = await deps.activities.get(c.req.valid("param").id);
      allow(actorOf(c), "audit.read", activitySubjectBeyondTeam(activity));
      const { items, next } = await readTimeline(deps, activity, deps.now());
      const people = new Map((await deps.members.getMany(idsIn(items), recent)).map((one) => [one.id as string, one]));
      const speaking = { language: languageFor(c), zone: deps.zone, people };
      return c.json({ items: items.map((item) => itemView(item, speaking)), next: nextView(next, speaking) }, 200);
    },
  );
