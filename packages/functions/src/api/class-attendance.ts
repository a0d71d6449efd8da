import { createRoute, z } from "@hono/zod-openapi";
import {
  type AttendDeps,
  checkInToClass,
  noteAttendance,
  showClassCode,
  takeBackAttendance,
} from "@yigong/application/class/attend.ts";
import { correctResult, giveResults, type ResultDeps } from "@yigong/application/result/give-results.ts";
import { SessionId } from "@yigong/core/activity/activity.ts";
import { SHAPE } from "@yigong/core/attendance/code.ts";
import { classRefusal } from "@yigong/core/class/class.refusals.ts";
import { ClassAttendance, TrainingClass } from "@yigong/core/class/index.ts";
import { recent } from "@yigong/core/lib/reading.ts";
import { dayOf } from "@yigong/core/lib/time.ts";
import * as Member from "@yigong/core/member/member.ts";
import type { Units } from "@yigong/core/organization/unit.store.ts";
import { allow } from "@yigong/core/permission/policy.ts";
import { Result } from "@yigong/core/result/index.ts";
import type { Context } from "hono";
import { actorOf, answers, body, type Env, routes, security } from "../lib/edge.ts";
import { ClassPeople, ClassScreen } from "./class.view.ts";
import { classSubject } from "./show-class.ts";

const tags = ["Training"];
const ById = z.object({ id: TrainingClass.Id });
const BySession = ById.extend({ sessionId: SessionId });
const Who = z.object({
  memberIds: z.array(Member.Id).max(500).default([]),
  /** Employee numbers, as on a paper list. */
  numbers: z.array(z.string().trim().min(1).max(32)).max(500).default([]),
});
const Reason = z.object({ reason: z.string().trim().min(2).max(500) });
const Given = Result.Writing.extend({ memberId: Member.Id });
const people = answers(ClassPeople, "Everybody of the class");
const route = <const Path extends string>(path: Path, summary: string) => ({ path, summary, tags, security });

export interface ClassAttendanceDeps extends AttendDeps, ResultDeps {
  units: Pick<Units, "all">;
  now: () => string;
}

/** Who is in a class, who was there and how they did. @source docs/domain.md T6 */
export const classAttendanceRoutes = (deps: ClassAttendanceDeps) => {
  const { classes, now } = deps;
  const [code, checkIn, note, takeBack] = [
    showClassCode(deps),
    checkInToClass(deps),
    noteAttendance(deps),
    takeBackAttendance(deps),
  ];
  const [give, correct] = [giveResults(deps), correctResult(deps)];
  const acting = async (c: Context<Env>, may: "class.lead" | "class.readPeople" | "result.give", id: string) =>
    allow(actorOf(c), may, classSubject(await classes.get(id), actorOf(c)));
  const show = (id: string) => showPeople(deps, id, now());
  return routes()
    .openapi(
      createRoute({
        ...route("/classes/{id}/people", "Who is enrolled in a class, who was there, and their results"),
        method: "get",
        request: { params: ById },
        responses: people,
      }),
      async (c) => {
        const { id } = c.req.valid("param");
        await acting(c, "class.readPeople", id);
        return c.json(await show(id), 200);
      },
    )
    .openapi(
      createRoute({
        ...route(
          "/classes/{id}/sessions/{sessionId}/code",
          "The check-in code of a class of this moment, for its screen",
        ),
        method: "get",
        request: { params: BySession },
        responses: answers(ClassScreen, "The code, and who has arrived"),
      }),
      async (c) => {
        const { id, sessionId } = c.req.valid("param");
        await acting(c, "class.lead", id);
        return c.json(await code({ classId: id, sessionId }, now()), 200);
      },
    )
    .openapi(
      createRoute({
        ...route("/classes/{id}/sessions/{sessionId}/check-in", "Check in to a class by the code on its screen"),
        method: "post",
        request: { params: BySession, ...body(z.object({ code: z.string().trim().regex(SHAPE) })) },
        responses: answers(ClassAttendance.Info, "My attendance"),
      }),
      async (c) => {
        const [{ memberId }, { id, sessionId }] = [actorOf(c), c.req.valid("param")];
        allow(actorOf(c), "class.enrol", { ownerId: memberId });
        return c.json(await checkIn({ classId: id, sessionId, memberId }, { ...c.req.valid("json"), at: now() }), 200);
      },
    )
    .openapi(
      createRoute({
        ...route("/classes/{id}/sessions/{sessionId}/attendances", "Put down who was in a session of a class"),
        method: "post",
        request: { params: BySession, ...body(Who) },
        responses: people,
      }),
      async (c) => {
        const { id, sessionId } = c.req.valid("param");
        const by = await acting(c, "class.lead", id);
        await note({ classId: id, sessionId }, await idsOf(deps, c.req.valid("json")), { by, at: now() });
        return c.json(await show(id), 200);
      },
    )
    .openapi(
      createRoute({
        ...route(
          "/classes/{id}/sessions/{sessionId}/attendances/{memberId}/void",
          "Take an attendance back that was a mistake",
        ),
        method: "post",
        request: { params: BySession.extend({ memberId: Member.Id }), ...body(Reason) },
        responses: people,
      }),
      async (c) => {
        const { id, sessionId, memberId } = c.req.valid("param");
        const by = await acting(c, "class.lead", id);
        await takeBack({ classId: id, sessionId, memberId }, { by, at: now(), ...c.req.valid("json") });
        return c.json(await show(id), 200);
      },
    )
    .openapi(
      createRoute({
        ...route("/classes/{id}/results", "Enter results of a class that is over"),
        method: "post",
        request: { params: ById, ...body(z.object({ items: z.array(Given).min(1).max(500) })) },
        responses: people,
      }),
      async (c) => {
        const { id } = c.req.valid("param");
        const by = await acting(c, "result.give", id);
        await give(id, c.req.valid("json").items, { by, at: now() });
        return c.json(await show(id), 200);
      },
    )
    .openapi(
      createRoute({
        ...route("/classes/{id}/results/{memberId}/correction", "Put a result right, with a reason"),
        method: "post",
        request: { params: ById.extend({ memberId: Member.Id }), ...body(Result.Writing.extend(Reason.shape)) },
        responses: people,
      }),
      async (c) => {
        const { id, memberId } = c.req.valid("param");
        const by = await acting(c, "result.give", id);
        await correct({ classId: id, memberId }, c.req.valid("json"), { by, at: now() });
        return c.json(await show(id), 200);
      },
    );
};

/** People by id, or by employee number as on a paper list. @throws `class.unknown_numbers` */
async function idsOf(
  { members }: Pick<ClassAttendanceDeps, "members">,
  { memberIds, numbers }: z.output<typeof Who>,
): Promise<string[]> {
  if (numbers.length === 0) return memberIds;
  const byNumber = new Map(
    (await members.all()).map(({ id, employeeNumber }) => [employeeNumber.toLowerCase(), id as string]),
  );
  const unknown = numbers.filter((number) => !byNumber.has(number.toLowerCase()));
  if (unknown.length > 0) throw classRefusal("class.unknown_numbers", { numbers: unknown.join(", ") });
  return [...new Set([...memberIds, ...numbers.flatMap((number) => byNumber.get(number.toLowerCase()) ?? [])])];
}

/** Everybody of a class as its page shows them. */
export async function showPeople(
  deps: Pick<ClassAttendanceDeps, "classes" | "enrolments" | "results" | "members" | "units" | "zone">,
  id: string,
  at: string,
): Promise<z.output<typeof ClassPeople>> {
  const one = await deps.classes.get(id);
  const [rows, attended, results] = await Promise.all([
    deps.enrolments.of(one),
    deps.classes.attendances(id),
    deps.results.of(id),
  ]);
  const there = ClassAttendance.standing(attended);
  const waiting = attended.filter(({ asked }) => asked !== undefined);
  const ids = [...new Set([...rows, ...there, ...waiting, ...results].map(({ memberId }) => memberId))];
  const [found, units] = await Promise.all([deps.members.getMany(ids, recent), deps.units.all("department")]);
  const names = new Map(units.map((unit) => [unit.id as string, unit.name]));
  const day = dayOf(at, deps.zone);
  const items = found.map((member) => {
    const department = names.get(Member.affiliationOn(member, day).departmentId ?? "");
    const result = results.find(({ memberId }) => memberId === member.id);
    return {
      ...{ memberId: member.id as string, name: member.name, employeeNumber: member.employeeNumber },
      ...(department === undefined ? {} : { department }),
      seats: rows.flatMap(({ memberId, sessionId, state, number }) =>
        memberId === member.id && (state === "placed" || state === "waiting") ? [{ sessionId, state, number }] : [],
      ),
      attended: there.flatMap(({ memberId, sessionId, how }) => (memberId === member.id ? [{ sessionId, how }] : [])),
      asked: waiting.flatMap(({ memberId, sessionId, asked }) =>
        memberId === member.id && asked ? [{ sessionId, ...asked }] : [],
      ),
      ...(result ? { result } : {}),
    };
  });
  const isShown = ({ seats, attended: was, asked, result }: (typeof items)[number]) =>
    result !== undefined || [seats, was, asked].some(({ length }) => length > 0);
  const shown = items.filter(isShown);
  return { items: shown.sort((a, b) => (a.employeeNumber < b.employeeNumber ? -1 : 1)) };
}
