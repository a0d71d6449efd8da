import type { Forms } from "@yigong/core/form/form.store.ts";
import { Form } from "@yigong/core/form/index.ts";
import { PAGE } from "@yigong/core/lib/phone-page.ts";
import { dayOf } from "@yigong/core/lib/time.ts";
import type { Members } from "@yigong/core/member/member.store.ts";
import { isEmployedOn } from "@yigong/core/member/member.ts";
import { Message } from "@yigong/core/message/index.ts";
import type { OutboxRows } from "@yigong/core/outbox/outbox.store.ts";
import type { EffectOf } from "@yigong/core/outbox/outbox.ts";
import type { Attempt, Handled } from "../ports/effect-handler.ts";
import { done } from "../ports/effect-handler.ts";

export interface AskFormDeps {
  forms: Pick<Forms, "get" | "answeredBy">;
  members: Pick<Members, "all">;
  outbox: Pick<OutboxRows, "add">;
  now: () => string;
  zone: string;
}

/** As many as one message names. */
const IN_ONE_MESSAGE = 100;
const IN_ONE_TURN = 1000;

/**
 * Asks whoever has not answered a form, as they stand when it is sent: some at a time, in the order of their ids.
 *
 * Safe to run twice: a message's id follows from the form, the round and the first whom it names.
 */
export const askForm =
  (deps: AskFormDeps) =>
  async ({ formId, round }: EffectOf<"form.ask">, { cursor = "" }: Pick<Attempt, "cursor">): Promise<Handled> => {
    const form = await deps.forms.get(formId);
    const at = deps.now();
    if (!Form.takesAnswers(form, at)) return done;
    const rest = (await askedOf(deps, form)).filter((id) => id > cursor);
    const turn = rest.slice(0, IN_ONE_TURN);
    const answered = await deps.forms.answeredBy(formId, turn);
    const open = turn.filter((id) => !answered.has(id));
    await deps.outbox.add(tellingOf(form, { round, open, at }), at);
    const last = turn.at(-1);
    return last === undefined || rest.length <= IN_ONE_TURN ? done : { state: "more", cursor: last };
  };

async function askedOf({ members, zone }: AskFormDeps, form: Form.Info): Promise<string[]> {
  if (form.memberIds) return form.memberIds.toSorted();
  const day = dayOf(form.opensAt, zone);
  return (await members.all()).flatMap((member) => (isEmployedOn(member, day) ? [member.id as string] : [])).sort();
}

const TEMPLATES = { first: "form.asked", reminder: "form.reminded" } as const;

function tellingOf(
  { id, title, closesAt }: Form.Info,
  { round, open, at }: { round: EffectOf<"form.ask">["round"]; open: readonly string[]; at: string },
) {
  const groups = Array.from({ length: Math.ceil(open.length / IN_ONE_MESSAGE) }, (_, group) =>
    open.slice(group * IN_ONE_MESSAGE, (group + 1) * IN_ONE_MESSAGE),
  );
  return groups.map((memberIds) =>
    Message.tell({
      template: TEMPLATES[round],
      params: { title, closesAt },
      to: { kind: "members", memberIds },
      cause: `${id}#${memberIds[0] ?? ""}`,
      page: PAGE.form(id),
      dueAt: at,
    }),
  );
}
