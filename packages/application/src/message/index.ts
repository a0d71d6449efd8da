import { recent } from "@yigong/core/lib/reading.ts";
import type { Table } from "@yigong/core/lib/table.ts";
import type { Lifecycles } from "@yigong/core/lifecycle/lifecycle.store.ts";
import { type ChannelStates, dynamoChannelStates } from "@yigong/core/message/channel-state.store.ts";
import { dynamoMessages } from "@yigong/core/message/message.store.ts";
import { dynamoTemplateTexts } from "@yigong/core/message/template-text.store.ts";
import type { Preferences } from "@yigong/core/preference/preference.store.ts";
import type { CardDeps } from "../card/card-stores.ts";
import { cardSender } from "../card/send-card.ts";
import { withCurrentWords } from "../lifecycle/current-words.ts";
import type { Handles, Manifest } from "../manifest/manifest.ts";
import { done } from "../ports/effect-handler.ts";
import { type FindDeps, findPeople } from "./find-recipients.ts";
import { messageRules, type RulesDeps } from "./message-rules.ts";
import { remindReader } from "./remind-reader.ts";
import { resendMessage, type Truth } from "./resend-message.ts";
import { sendDigest } from "./send-digest.ts";
import { type Sending, sendMessage } from "./send-message.ts";
import { type AskedDeps, isStillAsked } from "./still-asked.ts";
import { stillMakesSense } from "./still-makes-sense.ts";
import { type ChannelTestDeps, testChannel } from "./test-channel.ts";
import type { WeekPlanDeps } from "./week-plan.ts";
import { weekPlanOfDay } from "./week-plan-of-day.ts";

interface OwnDeps
  extends Omit<FindDeps, "attended">,
    Omit<Sending, "find" | "personal" | "zone" | "preferences" | "rules" | "sendCard">,
    RulesDeps,
    AskedDeps {
  preferences: Pick<Preferences, "getMany">;
  activities: FindDeps["activities"] & WeekPlanDeps["activities"];
  participations: WeekPlanDeps["participations"];
  classes: WeekPlanDeps["classes"];
  enrolments: WeekPlanDeps["enrolments"];
  covers: WeekPlanDeps["covers"] & AskedDeps["covers"];
  dutyLists: WeekPlanDeps["dutyLists"];
  leaves: WeekPlanDeps["leaves"] & AskedDeps["leaves"];
  lifecycles: Lifecycles;
  channelStates: ChannelStates;
  members: FindDeps["members"] & ChannelTestDeps["members"];
  pageAttended: FindDeps["attended"];
  personalPoints: NonNullable<Sending["personal"]>;
}

/** What sends messages, and what sends some of them as cards. */
type MessageHandlerDeps = OwnDeps & CardDeps;

const sendingOf = (deps: MessageHandlerDeps): Sending => ({
  messages: deps.messages,
  channels: deps.channels,
  zone: deps.zone,
  origin: deps.origin,
  now: deps.now,
  outbox: deps.outbox,
  find: findPeople({ ...deps, attended: deps.pageAttended }),
  personal: deps.personalPoints,
  rules: messageRules(deps),
  sendCard: cardSender(deps),
  preferences: (memberIds) => deps.preferences.getMany(memberIds, recent),
});

export const message = {
  name: "message",
  stores: (table: Table) => ({
    messages: dynamoMessages(table),
    channelStates: dynamoChannelStates(table),
    templateTexts: dynamoTemplateTexts(table),
  }),
  handlers(
    deps: MessageHandlerDeps,
  ): Handles<"message.send" | "message.resend" | "message.digest" | "message.remind" | "channel.test"> {
    const holds: Truth = (message) => stillMakesSense(deps, { ...message, dueAt: message.at });
    const sending = { ...sendingOf(deps), isStillTrue: holds };
    const weekPlan = weekPlanOfDay({ ...deps, rules: messageRules(deps) });
    return {
      "channel.test": testChannel(deps),
      "message.remind": (effect, attempt) =>
        remindReader(effect, attempt, {
          ...sending,
          isStillAsked: (message) => isStillAsked(deps, message),
          nameOf: async (memberId) => (await deps.members.get(memberId)).name,
        }),
      "message.digest": (effect, attempt) => sendDigest(effect, attempt, { ...sending, weekPlan }),
      "message.resend": (effect, attempt) => resendMessage(effect, attempt, sending),
      "message.send": async (effect, attempt) =>
        (await stillMakesSense(deps, effect))
          ? sendMessage(await withCurrentWords(deps, effect, attempt.attempts > 0), attempt, sending)
          : done,
    };
  },
} as const satisfies Manifest;
