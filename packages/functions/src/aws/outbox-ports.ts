import { SFNClient } from "@aws-sdk/client-sfn";
import type { Channels } from "@yigong/application/ports/channels.ts";
import { channelSetup, channelsFrom } from "../channels/channels-from-settings.ts";
import type { Outward } from "../composition/use-cases.ts";
import { cardsOnAws } from "./cards-on-aws.ts";
import type { Env } from "./endpoint.ts";
import { arnOf, type Installation, installation, settingOf } from "./resource.ts";
import { sesChannel } from "./ses.ts";
import { signedClient } from "./signed.ts";

/** Mail goes the one way that the installation has chosen. */
export function mailBy(way: Installation["mail"], env: Env): Channels {
  if (way === "none") return { mail: undefined };
  if (way === "smtp") return {};
  const from = settingOf("SmtpFrom");
  if (!from) throw new Error('Mail by SES needs a sender: set the secret "SmtpFrom".');
  return { mail: sesChannel(signedClient("SESV2", { env }), from) };
}

/** Where effects go, for the outbox function. @throws Error that names a link which is missing or malformed */
export const outboxPortsOnAws = (env: Env): Outward => ({
  sfn: new SFNClient({}),
  stateMachineArn: arnOf("ActivityLifecycle"),
  awardStateMachineArn: arnOf("AwardRun"),
  channelSetup: channelSetup(settingOf),
  cardApps: cardsOnAws().apps,
  channels: { ...channelsFrom(settingOf), ...mailBy(installation().mail, env) },
});
