import type { Table } from "@yigong/core/lib/table.ts";
import type { SettingsRow } from "@yigong/core/organization/settings.store.ts";
import type { Hmac } from "@yigong/core/survey/link.ts";
import { dynamoSurveys } from "@yigong/core/survey/survey.store.ts";
import { whenUsed } from "../lib/when-used.ts";
import type { Handles, Manifest, Retention } from "../manifest/manifest.ts";
import { clientDelivery } from "../message/deliver-to-client.ts";
import type { Channels } from "../ports/channels.ts";
import { done } from "../ports/effect-handler.ts";
import { type ForgetDeps, forgetServed, KEPT_DAYS } from "./forget-served-clients.ts";
import { type SendingDeps, sendSurvey } from "./send-survey-links.ts";
import { hmacOf } from "./survey-hmac.ts";

/** Clients asked in one go; the row's cursor goes on from there. */
const CLIENTS_AT_ONCE = 200;

interface SurveyHandlerDeps extends Omit<SendingDeps, "settings" | "deliver" | "origin"> {
  settings: Pick<SettingsRow, "get">;
  channels: Channels;
  origin: () => string;
}

export const survey = {
  name: "survey",
  stores: (table: Table) => ({ surveys: dynamoSurveys(table) }),
  offers: ({ secrets }: { secrets: { readonly surveys: Uint8Array } }): { hmac: Hmac } => ({
    hmac: whenUsed(() => hmacOf(secrets.surveys)),
  }),
  handlers({ settings, channels, origin, ...deps }: SurveyHandlerDeps): Handles<"survey.send"> {
    const send = sendSurvey({
      ...deps,
      settings: () => settings.get(),
      deliver: clientDelivery(channels),
      origin: origin(),
    });
    return {
      "survey.send": async ({ activityId, issue }, { cursor, signal }) => {
        const next = await send({ activityId, issue, cursor, limit: CLIENTS_AT_ONCE, signal });
        return next.cursor === undefined ? done : { state: "more", cursor: next.cursor };
      },
    };
  },
  retention: (deps: ForgetDeps): Retention[] => [
    { rows: "contacts of served clients", keptDays: KEPT_DAYS, forget: forgetServed(deps) },
  ],
} as const satisfies Manifest;
