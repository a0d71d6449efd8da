import { handlersOf as nounHandlersOf } from "@yigong/application/manifest/assemble.ts";
import { declareChannels, watched } from "@yigong/application/message/watch-channels.ts";
import { NOUNS } from "@yigong/application/nouns.ts";
import type { Handlers } from "@yigong/application/ports/effect-handler.ts";
import { engineHandlers } from "../outbox/engine-handlers.ts";
import { type Outbox, outboxRunner } from "../outbox/runner.ts";
import type { Outward, UseCases } from "./use-cases.ts";

/** What sends each kind of effect: a kind without a handler does not compile. */
export const handlersOf = (w: UseCases, outward: Outward): Handlers => {
  // Whoever composes in one process hands over all ports; their default settings must not stand for the stored ones.
  const deps = { ...outward, ...w };
  return { ...nounHandlersOf(NOUNS, deps), ...engineHandlers(deps) };
};

/** The outbox: the only way in which anything leaves. */
export const outboxOf = (w: UseCases, outward: Outward): Outbox => {
  const { channels, channelSetup } = outward;
  const sending = channelSetup ? { ...outward, channels: watched(channels, w) } : outward;
  const runner = outboxRunner({
    rows: w.outbox,
    handlers: handlersOf(w, sending),
    now: w.now,
    observe: w.observe,
  });
  let declared: Promise<void> | undefined;
  return {
    ...runner,
    async run(stopAt) {
      if (channelSetup) declared ??= declareChannels(channels, channelSetup, w);
      await declared;
      return runner.run(stopAt);
    },
  };
};
