import type { Info as Activity } from "@yigong/core/activity/activity.ts";
import type { Info as Announcement } from "@yigong/core/announcement/announcement.ts";
import type { Info as Need } from "@yigong/core/cover/cover.ts";
import { plusDays } from "@yigong/core/lib/time.ts";
import { type Info as Lifecycle, outcomeOf } from "@yigong/core/lifecycle/lifecycle.ts";
import { decimal } from "@yigong/core/points/decimal.ts";
import type { Info as Survey } from "@yigong/core/survey/survey.ts";
import { archiveReminder, startReminders, undecidedReminder } from "../lifecycle/stage-reminders.ts";
import { counted, type Item, type Row, type RuleId, type StepName } from "./timeline-item.ts";

/** The rows of an activity that say what was done by itself. */
export interface Seen {
  activity: Activity;
  lifecycle: Lifecycle;
  /** How many are on the duty list; undefined without one. */
  duty: number | undefined;
  announcements: readonly Announcement[];
  needs: readonly Need[];
  survey: Survey | undefined;
  /** People as they stand now, for activities of before the counts were kept. */
  placed: number;
  waiting: number;
  /** ISO-8601 UTC. */
  now: string;
  zone: string;
}

const auto = (at: string, step: StepName, rule: RuleId, rows: readonly Row[] = [], stage?: Item["stage"]): Item => ({
  kind: "automatic",
  at,
  step,
  rule,
  rows,
  stage,
});

function* proposing({ lifecycle: { enteredAt } }: Seen): Generator<Item> {
  if (enteredAt.Propose) yield auto(enteredAt.Propose, "proposed", "A8", [], "Propose");
}

function* recruiting({ activity, lifecycle, announcements, duty, now }: Seen): Generator<Item> {
  const { Recruit: at } = lifecycle.enteredAt;
  if (!at) return;
  const [first, ...later] = announcements;
  const published =
    first?.status === "published" ? [{ name: "published", values: { at: first.publishedAt } } as const] : [];
  const asked = lifecycle.facts?.Recruit?.asked ?? duty;
  yield auto(
    at,
    "announced",
    duty === undefined ? "A3" : "A4",
    [...published, ...counted("duty", asked, "people")],
    "Recruit",
  );
  for (const { createdAt, revision } of later)
    yield { ...auto(createdAt, "reannounced", "A3", [], "Recruit"), values: { revision } } as Item;
  for (const one of announcements)
    if (one.status === "refused") yield auto(one.refusedAt, "boardRefused", "A3", [], "Recruit");
  const { dueAt } = undecidedReminder(activity, lifecycle.plan.Recruit.at(-1) ?? activity.recruitUntil, at);
  const ended = outcomeOf(lifecycle, "Recruit")?.at ?? endedAt(lifecycle) ?? now;
  if (duty !== undefined && dueAt <= now && dueAt < ended) yield auto(dueAt, "reminded", "A5", [], "Recruit");
}

const endedAt = (lifecycle: Lifecycle): string | undefined =>
  lifecycle.status === "cancelled" ? lifecycle.cancellation.at : undefined;

function* covering(seen: Seen): Generator<Item> {
  const { lifecycle, needs } = seen;
  const { Cover: at } = lifecycle.enteredAt;
  if (!at) return;
  const facts = lifecycle.facts?.Cover;
  const isTooFew = lifecycle.status === "cancelled" && lifecycle.cancellation.kind === "tooFewPeople";
  const placed = counted("placed", facts?.placed ?? seen.placed, "people");
  const waiting = counted("waiting", facts?.waiting ?? seen.waiting, "people");
  const how = outcomeOf(lifecycle, "Recruit")?.kind === "deadline" ? "recruitEnded" : "allocated";
  yield auto(at, how, "A7", isTooFew ? placed : [...placed, ...waiting], "Recruit");
  if (isTooFew) {
    yield auto(
      at,
      "tooFew",
      "L1",
      [...placed, ...counted("minimum", facts?.minimum ?? seen.activity.minimumPeople)],
      "Recruit",
    );
    return;
  }
  const [kind, escalated] = [outcomeOf(lifecycle, "Cover")?.kind, facts?.escalated || undefined];
  if (kind === "notNeeded") yield auto(at, "coverNotNeeded", "L2", [], "Cover");
  else if (kind === "neededLater") yield auto(at, "coverNeededLater", "L2", [], "Cover");
  else yield auto(at, "coverSought", "A7", counted("needs", facts?.needs ?? needs.length, "cover"), "Cover");
  if (escalated) yield auto(at, "coverSought", "A5", counted("escalated", escalated, "people"), "Cover");
  const silent = needs.flatMap(({ declinedBy }) => declinedBy.filter(({ how: answer }) => answer === "silence"));
  for (const [round, all] of Map.groupBy(silent, (one) => one.at))
    yield auto(round, "coverRound", "A7", counted("silent", all.length, "cover"), "Cover");
}

function* executing({ activity, lifecycle, needs, placed, now }: Seen): Generator<Item> {
  const { Execute: at } = lifecycle.enteredAt;
  if (!at) return;
  const facts = lifecycle.facts?.Execute;
  const unfilled = facts?.unfilled ?? needs.filter(({ status }) => status === "unfilled").length;
  const rows = [
    ...counted("unfilled", unfilled || undefined, "cover"),
    ...counted("escalated", facts?.escalated || undefined, "people"),
  ];
  const isDeadline = outcomeOf(lifecycle, "Cover")?.kind === "deadline";
  yield auto(
    at,
    isDeadline ? "coverEnded" : "executing",
    isDeadline ? "A7" : "L3",
    rows,
    isDeadline ? "Cover" : "Execute",
  );
  const cancelledAt = endedAt(lifecycle) ?? now;
  for (const { dueAt } of startReminders(activity, at))
    if (dueAt <= now && dueAt < cancelledAt)
      yield auto(dueAt, "startReminded", "A5", counted("placed", placed, "people"), "Execute");
}

function* archiving({ activity, lifecycle, now, zone }: Seen): Generator<Item> {
  const { Archive: at } = lifecycle.enteredAt;
  if (!at) return;
  const facts = lifecycle.facts?.Archive;
  const settled = counted("settled", facts?.settled || undefined, "people");
  yield auto(at, "archiving", "L3", [...counted("absent", facts?.absent, "people"), ...settled], "Archive");
  const ended = outcomeOf(lifecycle, "Archive")?.at ?? endedAt(lifecycle) ?? now;
  const due: Row[] = [{ name: "due", values: { at: lifecycle.archiveDueAt }, tab: "archive" }];
  const { dueAt } = archiveReminder(activity, lifecycle.archiveDueAt, at);
  if (dueAt <= now && dueAt < ended) yield auto(dueAt, "archiveReminded", "L4", due, "Archive");
  for (let late = lifecycle.archiveDueAt; late <= now && late < ended; late = plusDays(late, 7, zone))
    yield auto(late, "archiveOverdue", "L4", due, "Archive");
}

function* surveying({ lifecycle, survey }: Seen): Generator<Item> {
  const { Survey: at } = lifecycle.enteredAt;
  if (!at || !survey) return;
  if (survey.status === "skipped") {
    if (survey.cause !== "decided")
      yield auto(survey.skippedAt, "surveySkipped", "E5", [{ name: survey.cause }], "Survey");
    return;
  }
  const issued = survey.status === "closed" ? survey.counts.issued : undefined;
  yield auto(survey.openedAt, "surveyOpened", "E5", counted("clients", issued, "survey"), "Survey");
  const outcome = outcomeOf(lifecycle, "Survey");
  if (survey.status === "closed" && outcome?.kind === "deadline")
    yield auto(outcome.at, "surveyEnded", "E5", counted("answered", survey.counts.answered, "survey"), "Survey");
}

function* awarding({ lifecycle }: Seen): Generator<Item> {
  const posted = outcomeOf(lifecycle, "Award");
  if (!posted) return;
  const { entries: n, hundredths } = lifecycle.facts?.Award ?? {};
  const rows: Row[] =
    n === undefined || hundredths === undefined
      ? []
      : [{ name: "entries", values: { n, points: decimal(hundredths) }, tab: "points" }];
  yield auto(posted.at, "posted", "I2", rows, "Award");
}

/** Every step that an activity took by itself, with the rule and the rows that caused it, stage by stage. */
export const stepsTaken = (seen: Seen): Item[] => [
  ...proposing(seen),
  ...recruiting(seen),
  ...covering(seen),
  ...executing(seen),
  ...archiving(seen),
  ...surveying(seen),
  ...awarding(seen),
];
