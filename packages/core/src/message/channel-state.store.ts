import { documents } from "../lib/documents.ts";
import type { Table } from "../lib/table.ts";
import * as State from "./channel-state.ts";

/** What is known of the channels. */
export interface ChannelStates {
  get(channel: State.ChannelName): Promise<State.Info>;
  /** Notes something of a channel; the same again writes nothing. @returns what was known before, and is now @throws `store.busy` */
  note(
    channel: State.ChannelName,
    change: (state: State.Info) => State.Info,
  ): Promise<{ before: State.Info; after: State.Info }>;
}

export const channelStateDocuments = documents({
  entity: "channelState",
  schema: State.Info,
  attributes: { channel: "string", version: "number" },
  key: { pk: "channels", sk: "channel#${channel}" },
  itemOf: ({ channel, version }) => ({ channel, version }),
  empty: ({ channel }) => State.unknown(State.ChannelName.parse(channel)),
});

export function dynamoChannelStates(table: Table): ChannelStates {
  const rows = channelStateDocuments(table);
  return {
    get: (channel) => rows.get({ channel }),
    async note(channel, change) {
      let noted = { before: State.unknown(channel), after: State.unknown(channel) };
      await rows.change({ channel }, (state) => {
        const to = change(state);
        noted = { before: state, after: to };
        return { item: JSON.stringify(to) === JSON.stringify(state) ? state : rows.ops.next(state, to) };
      });
      return noted;
    },
  };
}
