import type * as Card from "@yigong/core/card/card.ts";
import type { Template } from "@yigong/core/message/message.ts";

/** The messages that two buttons can answer, and what they ask. */
const KIND_OF: Partial<Record<Template, Card.Kind>> = {
  "cover.askedUrgently": "cover",
  "cover.confirmationAsked": "coverConfirmation",
  "cover.offered": "cover",
  "leave.escalated": "leave",
  "leave.forAlliance": "leave",
  "leave.requested": "leave",
  "participation.offered": "offer",
};

/** What a message asks that a card can; its page names the subject. Undefined for every other message. */
export function questionIn({
  template,
  activityId,
  page,
}: {
  template: string;
  activityId?: string | undefined;
  page?: string | undefined;
}): Card.Question | undefined {
  const kind = Object.hasOwn(KIND_OF, template) ? KIND_OF[template as Template] : undefined;
  const last = page?.split("/").at(-1)?.split(".").at(-1);
  if (kind === undefined || activityId === undefined || !last) return undefined;
  return { kind, activityId, subjectId: decodeURIComponent(last) };
}
