import type { Classes } from "@yigong/core/class/class.store.ts";
import { endOf, startOf, type Info as TrainingClass } from "@yigong/core/class/class.ts";
import type { Programmes } from "@yigong/core/growth/growth.store.ts";
import type { Programme } from "@yigong/core/growth/index.ts";
import { Refusal } from "@yigong/core/lib/error.ts";
import { instantOf, plusDays, plusHours } from "@yigong/core/lib/time.ts";
import type { EffectOf } from "@yigong/core/outbox/outbox.ts";
import type { Participations } from "@yigong/core/participation/participation.store.ts";
import { done, type Handled } from "../ports/effect-handler.ts";
import { askedAfterAt, type GroupAsked, openAfter, openBefore } from "./open-cohesion.ts";
import { type OpenFormDeps, openForm } from "./open-form.ts";

export interface OpenDueDeps extends OpenFormDeps {
  classes: Pick<Classes, "get" | "attendances">;
  enrolments: Pick<Participations, "of">;
  programmes: Pick<Programmes, "get">;
  now: () => string;
  zone: string;
}

/** The group is first asked a week ahead, so that most seats are taken; about a class an hour after it, for a week. */
export const BEFORE_DAYS = 7;
const REACTION_HOURS = 1;
const REACTION_DAYS = 7;

type What = EffectOf<"form.open">["what"];

/** When a form about a class or a programme is due to open, as its times stand now, ISO-8601 UTC. */
export function dueOf({ startsAt, endsAt }: Pick<GroupAsked, "startsAt" | "endsAt">, what: What, zone: string): string {
  if (what === "before") return plusDays(startsAt, -BEFORE_DAYS, zone);
  return what === "after" ? askedAfterAt(endsAt, zone) : plusHours(endsAt, REACTION_HOURS);
}

/** Refusals after which there is nothing to open: it is out already, or it is too late. */
const SETTLED: readonly string[] = ["form.known", "form.too_late", "form.times_wrong"];

/**
 * Opens a form when its time has come, for those who take part as they stand then. One whose class was moved waits for the
 * new time. Safe to run twice: there is one such form about each thing.
 */
export const openDueForm =
  (deps: OpenDueDeps) =>
  async ({ aboutId, what }: EffectOf<"form.open">): Promise<Handled> => {
    const at = deps.now();
    const group = await groupOf(deps, aboutId, what);
    if (!group) return done;
    const dueAt = dueOf(group, what, deps.zone);
    if (at < dueAt) return { state: "later", dueAt };
    if (group.memberIds.length === 0) return nobodyYet(group, { what, at, zone: deps.zone });
    const act = { by: { actorId: "system" }, at };
    try {
      if (what === "before") await openBefore(deps)(group, act);
      else if (what === "after") await openAfter(deps)(group, act);
      else await openReactionOf(deps, group, at);
    } catch (error) {
      if (!(error instanceof Refusal && SETTLED.includes(error.code))) throw error;
    }
    return done;
  };

/** Seats are taken, and lists on paper entered, in the next days: it is looked again each day, for a week or until it begins. */
function nobodyYet(group: GroupAsked, { what, at, zone }: { what: What; at: string; zone: string }): Handled {
  const until = what === "before" ? group.startsAt : plusDays(dueOf(group, what, zone), REACTION_DAYS, zone);
  const dueAt = plusDays(at, 1, zone);
  return dueAt < until ? { state: "later", dueAt } : done;
}

async function openReactionOf(deps: OpenDueDeps, { startsAt: _, endsAt: __, ...group }: GroupAsked, at: string) {
  const closesAt = plusDays(at, REACTION_DAYS, deps.zone);
  await openForm(deps)({ kind: "reaction", ...group, opensAt: at, closesAt }, { by: { actorId: "system" }, at });
}

/** Who is asked about what; nothing where it was called off. */
async function groupOf(deps: OpenDueDeps, aboutId: string, what: What): Promise<GroupAsked | undefined> {
  if (aboutId.startsWith("prg_")) return groupOfProgramme(await deps.programmes.get(aboutId), deps.zone);
  const one = await deps.classes.get(aboutId);
  if (one.cancelled || (what !== "reaction" && one.course.kind !== "outward")) return undefined;
  return { ...spanOf(one), memberIds: what === "before" ? await seated(deps, one) : await attended(deps, one) };
}

const spanOf = (one: TrainingClass): Omit<GroupAsked, "memberIds"> => ({
  ...{ aboutId: one.id, title: one.course.title, ownerIds: one.trainerIds },
  ...{ startsAt: startOf(one), endsAt: endOf(one) },
});

/** The people and days of a programme, as its group is asked. */
export function groupOfProgramme(programme: Programme.Info, zone: string): GroupAsked {
  const { id, title, trainerIds, memberIds, from, until } = programme;
  const [startsAt, endsAt] = [instantOf(from, "00:00", zone), instantOf(until, "09:00", zone)];
  return { aboutId: id, title, ownerIds: trainerIds, memberIds, startsAt, endsAt };
}

async function seated({ enrolments }: Pick<OpenDueDeps, "enrolments">, one: TrainingClass): Promise<string[]> {
  const placed = (await enrolments.of(one)).filter(({ state }) => state === "placed");
  return [...new Set(placed.map(({ memberId }) => memberId))];
}

async function attended({ classes }: Pick<OpenDueDeps, "classes">, one: TrainingClass): Promise<string[]> {
  const there = (await classes.attendances(one.id)).filter((row) => row.void === undefined);
  return [...new Set(there.map(({ memberId }) => memberId))];
}
