import type { Effect } from "@yigong/core/outbox/outbox.ts";
import type { UseCases } from "@yigong/functions/composition/use-cases.ts";
import { personOf } from "../sample/person.ts";

type Message = Extract<Effect, { kind: "message.send" }>;

const audienceOf = ({ to }: Message): string => {
  if (to.kind === "members") return to.memberIds.map(personOf).join();
  return to.kind === "role" ? to.role : to.who;
};

/** What a scenario has left in the outbox, where it stays unless a test runs it. */
export function outcomes({ outbox }: UseCases) {
  const effects = async (): Promise<Effect[]> =>
    (await outbox.due("2099-01-01T00:00:00.000Z", 500)).map(({ effect }) => effect);
  const messages = async () => (await effects()).filter((effect) => effect.kind === "message.send");
  return {
    effects,
    /** Who is told what, as `template person`; roles and groups by name. Of templates that begin so. */
    told: async (template = ""): Promise<string[]> =>
      (await messages())
        .filter((message) => message.template.startsWith(template))
        .map((message) => `${message.template} ${audienceOf(message)}`)
        .sort(),
    /** Everything that is on its way: messages by template, all else by kind. */
    sent: async (): Promise<string[]> =>
      (await effects()).map((effect) => (effect.kind === "message.send" ? effect.template : effect.kind)).sort(),
  };
}
