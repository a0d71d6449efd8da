import { createRoute, z } from "@hono/zod-openapi";
import { appointTrainer, endAppointment, type TrainerDeps } from "@yigong/application/trainer/appoint-trainer.ts";
import { CalendarYear, Day, dayOf } from "@yigong/core/lib/time.ts";
import * as Member from "@yigong/core/member/member.ts";
import { isTrainerOn, trainerTermsOf } from "@yigong/core/member/trainer-term.ts";
import { allow } from "@yigong/core/permission/policy.ts";
import { Trainer } from "@yigong/core/trainer/index.ts";
import { offendersOn, trainersOf, yearPeriod } from "@yigong/core/trainer/trainer-list.ts";
import { actorOf, answers, body, routes, security } from "../lib/edge.ts";
import { AppointmentsView, TrainersView } from "./trainer.view.ts";

const tags = ["Training"];
const ById = z.object({ memberId: Member.Id });
const ByAppointment = ById.extend({ from: Day });
const Period = z.object({ day: Day.optional(), year: CalendarYear.optional() });
const view = answers(AppointmentsView, "The person's appointments");
const route = <const Path extends string>(path: Path, summary: string) => ({ path, summary, tags, security });

export interface TrainerRouteDeps extends TrainerDeps {
  now: () => string;
}

/** Trainers and their appointments, under `/trainers`. @source docs/domain.md T2 */
export const trainerRoutes = (deps: TrainerRouteDeps) => {
  const { members, now, zone } = deps;
  const [appoint, end] = [appointTrainer(deps), endAppointment(deps)];
  const today = () => dayOf(now(), zone);
  const show = async (memberId: string): Promise<z.output<typeof AppointmentsView>> => {
    const member = await members.get(memberId);
    return { memberId, isTrainer: isTrainerOn(member, today()), items: [...trainerTermsOf(member)] };
  };
  const shown = async ({ day = today(), year }: z.output<typeof Period>): Promise<z.output<typeof TrainersView>> => {
    const period = year === undefined ? { from: day, to: day } : yearPeriod(year);
    const everybody = await members.all();
    const found = trainersOf(everybody, period);
    const people = new Map(everybody.map((member) => [member.id as string, member]));
    const said = (memberId: string) => {
      const { name = "", employeeNumber = "" } = people.get(memberId) ?? {};
      return { memberId, name, employeeNumber };
    };
    return {
      ...{ ...period, trainers: found.trainers, party: found.party },
      items: found.items.map(({ memberId, term, day: lastDay, isParty }) => ({
        ...{ ...said(memberId), ...term, lastDay, isParty },
      })),
      offenders: offendersOn(everybody, today()).map(({ memberId, term, why }) => ({
        ...said(memberId),
        ...term,
        why,
      })),
    };
  };
  return routes()
    .openapi(
      createRoute({
        ...route("/trainers", "List the trainers of a day or a year, with those whose appointment is to be ended"),
        method: "get",
        request: { query: Period },
        responses: answers(TrainersView, "Trainers by their appointments; today's without a day or year"),
      }),
      async (c) => {
        allow(actorOf(c), "trainer.read");
        return c.json(await shown(c.req.valid("query")), 200);
      },
    )
    .openapi(
      createRoute({
        ...route("/trainers/{memberId}", "Read a person's appointments as a trainer"),
        method: "get",
        request: { params: ById },
        responses: view,
      }),
      async (c) => {
        const { memberId } = c.req.valid("param");
        const isOwn = memberId === actorOf(c).memberId;
        allow(actorOf(c), isOwn ? "trainer.readOwn" : "trainer.read", { ownerId: memberId });
        return c.json(await show(memberId), 200);
      },
    )
    .openapi(
      createRoute({
        ...route("/trainers/{memberId}/appointments", "Appoint a volunteer as a trainer"),
        method: "post",
        request: { params: ById, ...body(Trainer.Writing) },
        responses: view,
      }),
      async (c) => {
        const { memberId } = c.req.valid("param");
        await appoint(memberId, c.req.valid("json"), { by: allow(actorOf(c), "trainer.appoint"), at: now() });
        return c.json(await show(memberId), 200);
      },
    )
    .openapi(
      createRoute({
        ...route("/trainers/{memberId}/appointments/{from}/end", "End an appointment on a last day"),
        method: "post",
        request: { params: ByAppointment, ...body(Trainer.Ending) },
        responses: view,
      }),
      async (c) => {
        const { memberId, from } = c.req.valid("param");
        const act = { by: allow(actorOf(c), "trainer.appoint"), at: now(), ...c.req.valid("json") };
        await end(memberId, from, act);
        return c.json(await show(memberId), 200);
      },
    );
};
