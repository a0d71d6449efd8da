import { text } from "@yigong/core/language/index.ts";
import { isRejected, rejected } from "../ports/channel-fault.ts";
import type { Channels } from "../ports/channels.ts";
import type { Deliver } from "../ports/client-delivery.ts";

/**
 * Sends survey links to served clients; the link is in the text and in no row and no log.
 *
 * @returns false when the address will never be reached, or there is no such channel
 * @throws `channel.unavailable`
 */
export const clientDelivery =
  ({ sms, mail }: Pick<Channels, "sms" | "mail">): Deliver =>
  async ({ channel, to, key, language, template, params }, signal) => {
    const subject = text(language, `message.${template}.subject`, params);
    const body = text(language, `message.${template}.body`, params);
    try {
      const way = channel === "sms" ? sms : mail;
      if (!way) throw rejected(channel, "is not set up");
      await way.send({ key, to, subject, body }, signal);
      return true;
    } catch (error) {
      if (isRejected(error)) return false;
      throw error;
    }
  };
