import { SFNClient } from "@aws-sdk/client-sfn";
import type { Channels } from "../channels/port.ts";
import { channelsFrom } from "../channels/set-up.ts";
import type { Outward } from "../world.ts";
import { arnOf, settingOf } from "./resource.ts";

/** Where effects go, for the outbox function. @throws Error that names a link which is missing or malformed */
export function outwardOnAws(): Outward {
  const channels: Channels = channelsFrom(settingOf);
  return {
    sfn: new SFNClient({}),
    stateMachineArn: arnOf("ActivityLifecycle"),
    awardStateMachineArn: arnOf("AwardRun"),
    channels,
  };
}
