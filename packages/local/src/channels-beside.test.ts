import type { Channel } from "@yigong/application/ports/channels.ts";
import { expect, it } from "vitest";
import { channelsBeside } from "./machine.ts";

const none: Channel = { send: async () => {} };
const inbox = { channels: { im: none, sms: none, mail: none, board: { post: async () => {} } } };

it("keeps the inbox behind a company's own channels, so that mail alone sends mail", () => {
  const mail: Channel = { send: async () => {} };
  const channels = channelsBeside(inbox, { mail });

  expect([channels.im, channels.sms, channels.mail]).toEqual([undefined, undefined, mail]);
  expect(Object.keys(channels.standIn ?? {}).sort()).toEqual(["im", "mail", "sms"]);
  expect(channels.board).toBe(inbox.channels.board);
});
