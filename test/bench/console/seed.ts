import * as Activity from "@yigong/core/activity/activity.ts";
import { plusHours } from "@yigong/core/lib/time.ts";
import { begin } from "@yigong/core/lifecycle/move.ts";
import { archiveDueOf, planOf } from "@yigong/core/lifecycle/plan.ts";
import type { Machine } from "@yigong/local/machine.ts";
import { companyOf } from "../load/roster.ts";
import { ADMINISTRATOR, ALLIANCE, ORGANIZER, rosterOf } from "../roster.ts";

const ZONE = "Asia/Shanghai";
const HOURS_BETWEEN = 8;

/** A company with a past: so many people, and so many activities of the years before and the weeks to come. */
export async function seed(machine: Machine, { people, activities }: { people: number; activities: number }) {
  const { useCases } = machine.app;
  const form = new FormData();
  form.set("kind", "roster");
  form.set("file", new File([rosterOf(companyOf(people))], "roster.csv"));
  const { tokenFor } = await import("@yigong/functions/api/sign-in.ts");
  const token = await tokenFor("setup", { secret: machine.secrets.tokens, at: machine.now(), hours: 24 });
  const post = (path: string, body?: FormData) =>
    machine.web.request(`/api/v1${path}`, {
      method: "POST",
      headers: { authorization: `Bearer ${token}` },
      ...(body ? { body } : {}),
    });
  const { id } = (await (await post("/imports", form)).json()) as { id: string };
  const applied = await post(`/imports/${id}/apply`);
  if (applied.status !== 200) throw new Error(`The roster was not applied: ${await applied.text()}`);
  const members = await useCases.members.all();
  const idOf = (number: string) => members.find(({ employeeNumber }) => employeeNumber === number)?.id ?? "";
  for (let at = 0; at < activities; at += 1) await found(machine, at - activities * 0.98, idOf(ORGANIZER));
  return { administrator: idOf(ADMINISTRATOR), alliance: idOf(ALLIANCE), organizer: idOf(ORGANIZER) };
}

const TITLES = ["敬老服务", "宽带义务检修", "社区清扫", "手机课堂", "助学家访", "献血宣传"];

/** An activity at a place in the row; those of the past are done. */
async function found({ app, now }: Machine, place: number, organizerId: string): Promise<void> {
  const { lifecycles, newId } = app.useCases;
  const startsAt = plusHours(now(), Math.round(place) * HOURS_BETWEEN + 24 * 10);
  const isPast = startsAt < now();
  const createdAt = plusHours(startsAt, -24 * 20);
  const number = Math.abs(Math.round(place));
  const activity = Activity.Info.parse({
    id: newId("act"),
    organizerId,
    title: `${TITLES[number % TITLES.length]}（第${number}期）`,
    description: "为居民检修宽带、讲解手机使用。",
    place: "海陵区文化广场",
    risks: "户外活动，注意防暑。",
    origin: "alliance",
    scope: "general",
    beneficiary: "society",
    purposes: [],
    audience: { branchIds: [], teamIds: [] },
    servedParty: { kind: "none", reason: "面向全体居民，没有明确的服务对象" },
    minimumPeople: 0,
    surveyDays: 14,
    recruitUntil: plusHours(startsAt, -48),
    sessions: [
      {
        id: newId("ses"),
        startsAt,
        endsAt: plusHours(startsAt, 3),
        positions: [{ id: newId("pos"), name: "服务员", headCount: 20, requiredSkills: [] }],
      },
    ],
    createdAt,
    version: 0,
  });
  const begun = begin({
    activityId: activity.id,
    proposal: false,
    plan: planOf(activity, ZONE),
    archiveDueAt: archiveDueOf(activity, ZONE),
    definition: "bench",
    at: createdAt,
  });
  const ended = (kind: string) => ({ kind, at: plusHours(startsAt, 100), by: "system" });
  const done = {
    ...begun,
    status: "done",
    outcomes: Object.fromEntries(
      ["Recruit", "Cover", "Execute", "Archive", "Survey", "Award"].map((stage) => [stage, ended("deadline")]),
    ),
  };
  await lifecycles.found({ activity, lifecycle: (isPast ? done : begun) as typeof begun, effects: [], audit: [] });
}
