import { text } from "@yigong/core/language/index.ts";
import { Message } from "@yigong/core/message/index.ts";
import { isRejected } from "../ports/channel-fault.ts";
import type { Channels, PersonalChannels } from "../ports/channels.ts";
import type { ClientMessage, Deliver } from "../ports/client-delivery.ts";

/** The first way that a client can be reached by: SMS, else mail. */
function wayTo({ mobile, email }: ClientMessage["addresses"], { sms, mail }: PersonalChannels) {
  if (sms && mobile) return { channel: sms, to: mobile };
  return mail && email ? { channel: mail, to: email } : undefined;
}

/**
 * Sends survey links to served clients; the link is in the text and in no row and no log.
 *
 * @returns false when the address will never be reached, or there is no such channel
 * @throws `channel.unavailable`
 */
export const clientDelivery =
  (channels: Pick<Channels, "sms" | "mail" | "standIn">): Deliver =>
  async ({ addresses, key, language, template, params }, signal) => {
    const fitting = { ...params, alliance: Message.clip(params.alliance), title: Message.clip(params.title) };
    const subject = text(language, `message.${template}.subject`, fitting);
    const body = text(language, `message.${template}.body`, fitting);
    try {
      const way = wayTo(addresses, channels) ?? wayTo(addresses, channels.standIn ?? {});
      if (!way) return false;
      await way.channel.send({ key, to: way.to, subject, body }, signal);
      return true;
    } catch (error) {
      if (isRejected(error)) return false;
      throw error;
    }
  };
