import { createRoute, z } from "@hono/zod-openapi";
import type { ClassDeps } from "@yigong/application/class/class-stores.ts";
import { enrol, ownSeats, refusalOf, withdraw } from "@yigong/application/class/enrol.ts";
import { SessionId } from "@yigong/core/activity/activity.ts";
import { ClassAttendance, TrainingClass } from "@yigong/core/class/index.ts";
import type { Language } from "@yigong/core/language/catalogue.ts";
import { sayIn } from "@yigong/core/lib/refusals.ts";
import { plusHours } from "@yigong/core/lib/time.ts";
import { allow } from "@yigong/core/permission/policy.ts";
import type { Results } from "@yigong/core/result/result.store.ts";
import { actorOf, answers, body, routes, security } from "../lib/edge.ts";
import { languageFor } from "../lib/reader.ts";
import { showValue } from "../lib/show-value.ts";
import { OwnClasses, OwnSeats } from "./class.view.ts";
import { showClasses } from "./show-class.ts";

const tags = ["Training"];
const ById = z.object({ id: TrainingClass.Id });
const Which = z.object({ sessionIds: z.array(SessionId).min(1).max(20).optional() });
const view = answers(OwnSeats, "My seats, and what keeps me from one");
const route = <const Path extends string>(path: Path, summary: string) => ({ path, summary, tags, security });

export interface ClassSeatDeps extends ClassDeps {
  results: Pick<Results, "of" | "ofMember">;
  now: () => string;
}

const YEAR_HOURS = 366 * 24;

/** Seats in classes, for oneself. @source docs/domain.md T6 */
export const classSeatRoutes = (deps: ClassSeatDeps) => {
  const [take, leave] = [enrol(deps), withdraw(deps)];
  const show = async (id: string, memberId: string, language: Language) => {
    const one = await deps.classes.get(id);
    const [seats, rows, results] = await Promise.all([
      ownSeats(deps, one, { memberId, at: deps.now() }),
      deps.classes.attendances(id),
      deps.results.of(id),
    ]);
    const there = new Set(
      ClassAttendance.standing(rows)
        .filter((row) => row.memberId === memberId)
        .map(({ sessionId }) => sessionId),
    );
    const result = results.find((each) => each.memberId === memberId);
    return {
      sessions: seats.map(({ sessionId, place, queue, faults, onShift, isAway }) => ({
        sessionId,
        ...(place && place.state !== "offered" ? { seat: place.state } : {}),
        ...(queue === undefined ? {} : { queue }),
        present: there.has(sessionId),
        isAway,
        faults: faults.map((fault) => {
          const refusal = refusalOf(fault);
          return {
            code: refusal.code,
            message: refusal.said
              ? sayIn(language, refusal.said, showValue(language, { zone: deps.zone, names: new Map() }))
              : refusal.message,
          };
        }),
        ...(onShift ? { onShift } : {}),
      })),
      ...(result ? { result } : {}),
    };
  };
  return routes()
    .openapi(
      createRoute({
        ...route("/classes/{id}/seats/me", "My seats in a class"),
        method: "get",
        request: { params: ById },
        responses: view,
      }),
      async (c) => {
        const { memberId } = actorOf(c);
        allow(actorOf(c), "class.enrol", { ownerId: memberId });
        return c.json(await show(c.req.valid("param").id, memberId, languageFor(c)), 200);
      },
    )
    .openapi(
      createRoute({
        ...route("/classes/{id}/seats/me", "Enrol in a class, or in some of its sessions"),
        method: "put",
        request: { params: ById, ...body(Which) },
        responses: view,
      }),
      async (c) => {
        const [{ memberId }, { id }] = [actorOf(c), c.req.valid("param")];
        allow(actorOf(c), "class.enrol", { ownerId: memberId });
        await take({ classId: id, memberId, at: deps.now(), ...c.req.valid("json") });
        return c.json(await show(id, memberId, languageFor(c)), 200);
      },
    )
    .openapi(
      createRoute({
        ...route("/classes/{id}/seats/me", "Withdraw from a class, or from one of its sessions"),
        method: "delete",
        request: { params: ById, query: z.object({ sessionId: SessionId.optional() }) },
        responses: view,
      }),
      async (c) => {
        const [{ memberId }, { id }, { sessionId }] = [actorOf(c), c.req.valid("param"), c.req.valid("query")];
        allow(actorOf(c), "class.enrol", { ownerId: memberId });
        await leave({ classId: id, memberId, at: deps.now(), sessionIds: sessionId ? [sessionId] : undefined });
        return c.json(await show(id, memberId, languageFor(c)), 200);
      },
    )
    .openapi(
      createRoute({
        ...route("/me/classes", "My classes: those ahead, those that I teach, and my results"),
        method: "get",
        responses: answers(OwnClasses, "My classes"),
      }),
      async (c) => {
        const [{ memberId }, at] = [actorOf(c), deps.now()];
        allow(actorOf(c), "class.enrol", { ownerId: memberId });
        const [held, results, near] = await Promise.all([
          deps.enrolments.heldAfter(memberId, at),
          deps.results.ofMember(memberId),
          deps.classes.between({ from: plusHours(at, -YEAR_HOURS / 6), to: plusHours(at, YEAR_HOURS) }),
        ]);
        const ids = [...new Set(held.map(({ activityId }) => activityId))];
        const found = await deps.classes.getMany(ids);
        const known = new Map(found.map((one) => [one.id as string, one]));
        const current = new Map(
          (await Promise.all(found.map((one) => deps.enrolments.ofMember(one, memberId))))
            .flat()
            .map((row) => [row.sessionId, row]),
        );
        const ahead = held.flatMap((row) => {
          const [one, now] = [known.get(row.activityId), current.get(row.sessionId)];
          if (!one || !now || (now.state !== "placed" && now.state !== "waiting")) return [];
          const { sessionId, startsAt, endsAt, state } = now;
          return [
            {
              classId: one.id as string,
              title: one.course.title,
              place: one.place,
              sessionId,
              startsAt,
              endsAt,
              state,
            },
          ];
        });
        const teaches = near.filter(
          ({ trainerIds, closed, cancelled }) => trainerIds.includes(memberId) && !closed && !cancelled,
        );
        return c.json({ ahead, teaches: await showClasses(deps, teaches, at), results }, 200);
      },
    );
};
