import { type Info as Class, endOf, held } from "@yigong/core/class/class.ts";
import { ClassAttendance } from "@yigong/core/class/index.ts";
import { PAGE } from "@yigong/core/lib/phone-page.ts";
import { plusDays } from "@yigong/core/lib/time.ts";
import { Message } from "@yigong/core/message/index.ts";
import type { Effect } from "@yigong/core/outbox/outbox.ts";
import { formsOfClass } from "../form/form-effects.ts";

/** Few enough ids for one row of the outbox. */
const TOLD_AT_ONCE = 100;

interface Telling<T extends Message.Template> {
  template: T;
  params: Message.Params<T>;
  /** To whom; nobody is nothing. */
  memberIds: readonly string[];
  cause: string;
  /** ISO-8601 UTC. */
  at: string;
}

/** What people are told about a class, in parts of a hundred; its page is where it leads. */
export function tellAbout<T extends Message.Template>(one: Pick<Class, "id">, telling: Telling<T>): Effect[] {
  const { template, params, memberIds, cause, at } = telling;
  const parts = Array.from({ length: Math.ceil(memberIds.length / TOLD_AT_ONCE) }, (_, part) =>
    memberIds.slice(part * TOLD_AT_ONCE, (part + 1) * TOLD_AT_ONCE),
  );
  return parts.map(
    (to, part) =>
      Message.tell({
        ...{ template, params, dueAt: at, cause: `${one.id}.${cause}.${part}`, page: PAGE.class(one.id) },
        to: { kind: "members", memberIds: to },
      } as never) as Effect,
  );
}

/** The evening before each session, the forms about it, and the closing by itself: written again when times change, and judged when they are due. */
export function timersOf(one: Class, { at, zone }: { at: string; zone: string }): Effect[] {
  const reminders = held(one).flatMap(({ id: sessionId, startsAt }): Effect[] => {
    const dueAt = plusDays(startsAt, -1, zone);
    if (dueAt <= at) return [];
    return [
      {
        kind: "class.remind",
        id: `class.remind:${one.id}:${sessionId}:${startsAt}`,
        dueAt,
        classId: one.id,
        sessionId,
        startsAt,
      },
    ];
  });
  const forms = formsOfClass(one, { at, zone });
  const closes = ClassAttendance.closesAt(one);
  if (closes === undefined) return [...reminders, ...forms];
  const endsAt = endOf(one);
  return [
    ...reminders,
    ...forms,
    { kind: "class.close", id: `class.close:${one.id}:${endsAt}`, dueAt: closes, classId: one.id, endsAt },
  ];
}

/** Has the points of who taught a closed class posted. */
export const postEffect = ({ id: classId }: Class, at: string): Effect => ({
  ...{ kind: "class.post", id: `class.post:${classId}`, dueAt: at, classId },
});
