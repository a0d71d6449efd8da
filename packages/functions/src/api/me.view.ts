import { z } from "@hono/zod-openapi";
import type { YearStanding } from "@yigong/application/points/stand-in-year.ts";
import { type Home, isMine } from "@yigong/application/todo/find-home.ts";
import type { Asking } from "@yigong/application/todo/read-surroundings.ts";
import type { Outlook } from "@yigong/application/todo/sign-up-outlook.ts";
import { endOf, startOf } from "@yigong/core/activity/activity.ts";
import { LANGUAGES, type Language, type Setting } from "@yigong/core/language/index.ts";
import { STAGES, stageOf } from "@yigong/core/lifecycle/lifecycle.ts";
import { isVolunteerOn } from "@yigong/core/member/member.ts";
import { wordsOf } from "@yigong/core/participation/fault.ts";
import { decimal } from "@yigong/core/points/decimal.ts";
import { missingText, WAYS, type Way } from "@yigong/core/points/way.ts";
import { Todo } from "@yigong/core/todo/index.ts";
import { Points } from "./points.view.ts";

export const TodoView = Todo.Info.openapi("Todo");

export const TodosView = z.object({ items: z.array(TodoView) }).openapi("Todos");

/** What is missing to a line, and the smallest change of each kind that would be enough. */
export const MissingView = z
  .object({ points: Points, ways: z.array(z.object({ kind: z.enum(WAYS), times: z.int() })), text: z.string() })
  .openapi("PointsMissing");

const OwnStatus = z.enum(["placed", "offered", "waiting", "released", "onLeave", "leaveAsked", "undecided"]);

export const HomeView = z
  .object({
    me: z.object({
      memberId: z.string(),
      name: z.string(),
      employeeNumber: z.string(),
      isVolunteer: z.boolean(),
      roles: z.array(z.string()),
      language: z.enum(LANGUAGES),
    }),
    next: TodoView.optional(),
    /** How many there are. */
    todo: z.int(),
    points: z.object({
      year: z.int(),
      points: Points,
      /** I3: for party volunteers. */
      floor: z.object({ points: Points, met: z.boolean(), missing: MissingView.optional() }).optional(),
      /** I5: met with more than `above`. */
      preferred: z.object({ above: Points, met: z.boolean(), missing: MissingView.optional() }),
    }),
    activities: z.array(
      z.object({
        id: z.string(),
        title: z.string(),
        startsAt: z.string(),
        endsAt: z.string(),
        place: z.string(),
        stage: z.enum(STAGES),
        status: OwnStatus.optional(),
        canSignUp: z.boolean(),
        reasons: z.array(z.object({ code: z.string(), text: z.string() })),
        mine: z.boolean(),
        placesLeft: z.int().optional(),
      }),
    ),
  })
  .openapi("MyHome");

/** What is missing to a line in a reader's language; nothing once it is met. @param missing - in 0.01 points */
export const missingView = (language: Language, missing: number, ways: readonly Way[]) =>
  missing === 0
    ? {}
    : { missing: { points: decimal(missing), ways: [...ways], text: missingText(language, missing, ways) } };

const pointsView = ({ year, points, progress: { floor, preference }, ways }: YearStanding, language: Language) => ({
  year,
  points: decimal(points),
  ...(floor
    ? {
        floor: {
          points: decimal(floor.points),
          met: floor.reached,
          ...missingView(language, floor.missing, ways.floor),
        },
      }
    : {}),
  preferred: {
    above: decimal(preference.line),
    met: preference.exceeded,
    ...missingView(language, preference.missing, ways.preference),
  },
});

const activityView = (outlook: Outlook, language: Language, zone: string) => {
  const { activity, lifecycle, status, canSignUp, faults, placesLeft } = outlook;
  return {
    id: activity.id,
    title: activity.title,
    startsAt: startOf(activity),
    endsAt: endOf(activity),
    place: activity.place,
    stage: stageOf(lifecycle),
    status,
    canSignUp,
    reasons: faults.map((fault) => ({ code: fault.code, text: wordsOf(fault, language, zone) })),
    mine: isMine(outlook),
    placesLeft,
  };
};

/** @param setting - the alliance's zone, and now */
export function homeView(
  home: Home,
  { member, actor, at }: Asking,
  { language, setting, day }: { language: Language; setting: Setting; day: string },
): z.output<typeof HomeView> {
  const { next, todo, points, activities } = home;
  return HomeView.parse({
    me: {
      memberId: member.id,
      name: member.name,
      employeeNumber: member.employeeNumber,
      isVolunteer: isVolunteerOn(member, day),
      roles: [...new Set(actor.grants.map(({ role }) => role))],
      language,
    },
    next: next && Todo.worded(next, language, { ...setting, asOf: at }),
    todo,
    points: pointsView(points, language),
    activities: activities.map((one) => activityView(one, language, setting.zone)),
  });
}
