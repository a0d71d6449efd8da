import type { Programmes } from "@yigong/core/growth/growth.store.ts";
import { Programme } from "@yigong/core/growth/index.ts";
import { PAGE } from "@yigong/core/lib/phone-page.ts";
import { Message } from "@yigong/core/message/index.ts";
import type { OutboxRows } from "@yigong/core/outbox/outbox.store.ts";
import type { EffectOf } from "@yigong/core/outbox/outbox.ts";

export interface AskRatingsDeps {
  programmes: Pick<Programmes, "get" | "ratings">;
  outbox: Pick<OutboxRows, "add">;
  zone: string;
  now: () => string;
}

const TEMPLATES = {
  before: { self: "growth.rateBefore", trainer: "growth.trainerBefore" },
  after: { self: "growth.rateAfter", trainer: "growth.trainerAfter" },
} as const;
const IN_ONE_MESSAGE = 100;

/**
 * Asks the people of a programme how far they are, and its trainers how far everybody is, as the programme stands when it
 * is sent. Safe to run twice: the messages' ids follow from programme, phase and day.
 */
export const askRatings =
  ({ programmes, outbox, zone, now }: AskRatingsDeps) =>
  async ({ programmeId, phase, day }: EffectOf<"growth.ask">): Promise<void> => {
    const programme = await programmes.get(programmeId);
    const { title, from, until, memberIds, trainerIds } = programme;
    const windows = Programme.windowsOf(programme, zone);
    const closesAt = phase === "before" ? Programme.beforeUntil(windows) : windows.after.until;
    const at = now();
    if (day !== (phase === "before" ? from : until) || at >= closesAt) return;
    const said = await programmes.ratings(programmeId);
    const done = new Set(said.flatMap((one) => (one.rater === "self" && one.phase === phase ? [one.memberId] : [])));
    const tell = (rater: "self" | "trainer", people: readonly string[], part: number) =>
      Message.tell({
        template: TEMPLATES[phase][rater],
        params: { title, closesAt },
        to: { kind: "members", memberIds: [...people] },
        cause: `${programmeId}#${day}#${part}`,
        page: PAGE.programme(programmeId),
        dueAt: at,
      });
    const open = memberIds.filter((id) => !done.has(id));
    const parts = Array.from({ length: Math.ceil(open.length / IN_ONE_MESSAGE) }, (_, part) =>
      tell("self", open.slice(part * IN_ONE_MESSAGE, (part + 1) * IN_ONE_MESSAGE), part),
    );
    await outbox.add([...parts, tell("trainer", trainerIds, 0)], at);
  };
