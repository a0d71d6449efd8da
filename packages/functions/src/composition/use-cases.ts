import type { ChannelSetup } from "@yigong/application/message/watch-channels.ts";
import type { CardApp } from "@yigong/application/ports/cards.ts";
import type { Channels } from "@yigong/application/ports/channels.ts";
import * as Application from "@yigong/application/use-cases.ts";
import type { Observe } from "../observe/observe.ts";
import type { EngineDeps } from "../outbox/engine-handlers.ts";

/** What a composition root hands in: everything that is different on AWS and on one machine. */
export interface Ports extends Application.Ports {
  /** Where `report` goes, and everything else that is to be seen of a run. */
  observe: Observe;
}

/** What only the outbox is handed: where effects go. */
export interface Outward extends Pick<EngineDeps, "sfn" | "stateMachineArn" | "awardStateMachineArn"> {
  channels: Channels;
  /** Which settings of the channels are set, by name; without it nothing is told of them. */
  channelSetup?: ChannelSetup | undefined;
  /** The office apps that show cards; none without it. */
  cardApps?: readonly CardApp[] | undefined;
  /** The ways of one-time codes, where they are not the company's SMS and mail. */
  codeChannels?: Pick<Channels, "sms" | "mail" | "standIn"> | undefined;
}

/** The domain with its ports, and what the edges need beside it. */
export const useCases = ({ observe, ...ports }: Ports) => ({
  ...Application.useCases(ports),
  observe,
});

export type UseCases = ReturnType<typeof useCases>;
