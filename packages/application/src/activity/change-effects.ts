import { type Info as Activity, type Session, startOf } from "@yigong/core/activity/activity.ts";
import type { Field } from "@yigong/core/activity/revise.ts";
import { type Notice, noticesOf } from "@yigong/core/activity/told-by-change.ts";
import { type Language, text } from "@yigong/core/language/index.ts";
import { paramIn, period } from "@yigong/core/message/message.ts";
import type { Effect } from "@yigong/core/outbox/outbox.ts";
import { tell } from "../lifecycle/lifecycle-effects.ts";

/** An activity before and after a change, and when it changes. */
export interface Change {
  before: Activity;
  after: Activity;
  at: string;
}

/** What the fields are called that changed; a new title says the old one, by which people know the activity. */
function fieldsIn(language: Language, fields: readonly Field[], { before }: Change): string {
  const words = fields.map((field) =>
    field === "title"
      ? text(language, "activity.changed.title", { before: before.title })
      : text(language, `activity.field.${field}`),
  );
  return words.join(text(language, "announcement.listMark"));
}

const sessionsOf = ({ before, after }: Change, sessionId: string | undefined) => {
  const number = after.sessions.findIndex(({ id }) => id === sessionId) + 1;
  const to = after.sessions[number - 1];
  return { number: String(number), to, from: before.sessions[number - 1] ?? to };
};

const periodOf = (session: Session | undefined): string => (session ? period(session.startsAt, session.endsAt) : "");

/** The message of one notice. */
function messageOf(notice: Notice, change: Change): Effect {
  const { before, after, at } = change;
  const { sessionId, who, fields } = notice;
  const { number, from, to } = sessionsOf(change, sessionId);
  const version = before.version + 1;
  // Nobody is in an added session yet: it is told to those who wait in any other.
  const within = sessionId === undefined || notice.what === "sessionAdded" ? {} : { sessionId };
  const audience = { kind: "activity" as const, activityId: after.id, who, ...within };
  const about = {
    activity: after,
    to: audience,
    dueAt: at,
    cause: [version, sessionId, who === "waiting" ? who : undefined].filter((part) => part !== undefined).join("."),
  };
  const { place, risks } = after;
  const named = {
    fields: fieldsIn("zh-CN", fields, change),
    [paramIn("en", "fields")]: fieldsIn("en", fields, change),
  };
  const startsAt = startOf(after);
  switch (notice.what) {
    case "revised":
      return tell({ ...about, template: "activity.revised" }, { ...named, startsAt, place });
    case "risksChanged":
      return tell({ ...about, template: "activity.risksChanged" }, { ...named, startsAt, place, risks });
    case "sessionCancelled":
      return tell(
        { ...about, template: "activity.sessionCancelledOpen" },
        { number, sessionPeriod: periodOf(to), reason: to?.cancelled?.reason ?? "" },
      );
    case "sessionAdded":
      return tell({ ...about, template: "activity.sessionAdded" }, { number, sessionPeriod: periodOf(to), place });
    case "sessionMoved":
      return after.sessions.length === 1
        ? tell(
            { ...about, template: "activity.rescheduled" },
            { fromAt: from?.startsAt ?? "", startsAt: to?.startsAt ?? "", place },
          )
        : tell(
            { ...about, template: "activity.sessionMoved" },
            { number, fromPeriod: periodOf(from), toPeriod: periodOf(to), place },
          );
  }
}

/** Tells everybody whom a change concerns, once. */
export const toldOf = (change: Change): Effect[] =>
  noticesOf(change.before, change.after, change.at).map((notice) => messageOf(notice, change));
