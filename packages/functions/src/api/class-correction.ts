import { createRoute, z } from "@hono/zod-openapi";
import { askCorrection, decideCorrection } from "@yigong/application/class/correct-attendance.ts";
import { SessionId } from "@yigong/core/activity/activity.ts";
import { TrainingClass } from "@yigong/core/class/index.ts";
import * as Member from "@yigong/core/member/member.ts";
import { allow } from "@yigong/core/permission/policy.ts";
import type { Context } from "hono";
import { actorOf, answers, body, type Env, routes, security } from "../lib/edge.ts";
import { ClassPeople } from "./class.view.ts";
import { type ClassAttendanceDeps, showPeople } from "./class-attendance.ts";
import { classSubject } from "./show-class.ts";

const OneAttendance = z.object({ id: TrainingClass.Id, sessionId: SessionId, memberId: Member.Id });
const Asked = z.object({ present: z.boolean(), reason: z.string().trim().min(2).max(500) });
const Decided = z.object({ agrees: z.boolean() });
const path = "/classes/{id}/sessions/{sessionId}/attendances/{memberId}/correction" as const;
const decisionPath = `${path}/decision` as const;
const tags = ["Training"];
const usual = { tags, security, method: "post" as const };
const responses = answers(ClassPeople, "Everybody of the class");

/** Attendances of closed classes are put right by two people. @source docs/domain.md "Decisions, classes" */
export const classCorrectionRoutes = (deps: ClassAttendanceDeps) => {
  const { classes, now } = deps;
  const [ask, decide] = [askCorrection(deps), decideCorrection(deps)];
  const acting = async (c: Context<Env>, right: "class.lead" | "class.close", id: string) =>
    allow(actorOf(c), right, classSubject(await classes.get(id), actorOf(c)));
  const keyOf = ({ id: classId, ...rest }: z.output<typeof OneAttendance>) => ({ classId, ...rest });
  return routes()
    .openapi(
      createRoute({
        ...{ ...usual, path, summary: "Ask for an attendance of a closed class to be put right" },
        request: { params: OneAttendance, ...body(Asked) },
        responses,
      }),
      async (c) => {
        const key = c.req.valid("param");
        const by = await acting(c, "class.lead", key.id);
        await ask(keyOf(key), { by, at: now(), ...c.req.valid("json") });
        return c.json(await showPeople(deps, key.id, now()), 200);
      },
    )
    .openapi(
      createRoute({
        ...{ ...usual, path: decisionPath, summary: "Agree to a correction of an attendance, or not" },
        request: { params: OneAttendance, ...body(Decided) },
        responses,
      }),
      async (c) => {
        const key = c.req.valid("param");
        const by = await acting(c, "class.close", key.id);
        await decide(keyOf(key), { by, at: now(), ...c.req.valid("json") });
        return c.json(await showPeople(deps, key.id, now()), 200);
      },
    );
};
