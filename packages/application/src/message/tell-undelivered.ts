import { Message } from "@yigong/core/message/index.ts";
import type { Effect, EffectOf } from "@yigong/core/outbox/outbox.ts";
import type { FindPeople } from "./resolve-audience.ts";
import type { GivenUp, Sending } from "./sending.ts";

/** How many employee numbers an alarm names. */
const NAMED = 5;
const MOST_TOLD = 100;
/** Who can do something about a message that does not arrive: the alliance by telephone, an administrator by a setting. */
const RESPONSIBLE = ["alliance", "administrator"] as const;

/** Those who are told when something was not delivered. */
export async function findResponsible(find: Pick<FindPeople, "byRole">): Promise<string[]> {
  const pages = await Promise.all(RESPONSIBLE.map((role) => find.byRole({ kind: "role", role }, undefined)));
  return [...new Set(pages.flatMap(({ members }) => members.map(({ id }) => id)))].slice(0, MOST_TOLD);
}

/**
 * Tells the alliance and the administrators, once for each message, that people were not told it.
 *
 * Not told: that an alarm itself did not arrive, which would go in circles (it is in its readers' lists), and that somebody
 * has no address at all, which would come with every message (the roster and the settings say so).
 */
export async function tellUndelivered(
  effect: EffectOf<"message.send">,
  all: readonly GivenUp[],
  deps: Pick<Sending, "find" | "outbox" | "zone" | "now">,
): Promise<void> {
  const givenUp = all.filter(({ message }) => message.code !== "message.no_address");
  const [first] = givenUp;
  if (first === undefined || Message.isAlarm(effect.template)) return;
  const memberIds = await findResponsible(deps.find);
  if (memberIds.length > 0) await deps.outbox.add([alarm(effect, { givenUp, memberIds }, deps)], deps.now());
}

function alarm(
  effect: EffectOf<"message.send">,
  { givenUp, memberIds }: { givenUp: readonly GivenUp[]; memberIds: string[] },
  { zone, now }: Pick<Sending, "zone" | "now">,
): Effect {
  const own = givenUp[0]?.own;
  const params = { ...effect.params, ...own?.params };
  const setting = { zone, asOf: effect.dueAt };
  const subject = (language: "zh-CN" | "en") =>
    Message.render(language, own?.words ?? effect.template, params, setting).subject;
  const isLate = givenUp.some(({ message }) => message.code === "message.too_late");
  const numbers = givenUp.slice(0, NAMED).map(({ person }) => person.employeeNumber);
  const common = {
    what: subject("zh-CN"),
    [Message.paramIn("en", "what")]: subject("en"),
    people: String(givenUp.length),
    who: numbers.join(" "),
  };
  const about = {
    to: { kind: "members", memberIds } as const,
    // The same on all pages of a message and at each repeat of a day: it is one alarm.
    cause: Message.idFor(effect, "alarm") as string,
    dueAt: `${now().slice(0, 10)}T00:00:00.000Z`,
  };
  return isLate
    ? Message.tell({
        ...about,
        template: "alarm.tooLate",
        params: { ...common, dueAt: effect.dueAt, untilAt: Message.helpsUntil(effect) },
      })
    : Message.tell({ ...about, template: "alarm.undelivered", params: common });
}
