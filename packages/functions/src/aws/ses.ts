import { rejected, unavailable } from "@yigong/application/ports/channel-fault.ts";
import type { Channel } from "@yigong/application/ports/channels.ts";
import MailComposer from "nodemailer/lib/mail-composer";
import { mailOf } from "../channels/mail.ts";
import type { SignedClient } from "./signed.ts";

const PATH = "/v2/email/outbound-emails";

/** What SES says when it will not take this message, whoever asks; all else is a setting or a limit. @source SES API v2 Reference, SendEmail, Errors */
const ABOUT_THIS = new Set(["BadRequestException", "MessageRejected"]);
/** An account in the sandbox, or a sender that is not set up, is told with the same error. */
const UNVERIFIED = /not verified/i;

/** One address and nothing else: SES reads what it is given as a list. */
const ONE_ADDRESS = /^[^\s,;:<>()"]+@[^\s,;:<>()"@]+$/;

async function fault(answer: Response) {
  const text = await answer.text();
  const type = (answer.headers.get("x-amzn-errortype") ?? "").replace(/:.*$/, "");
  if (answer.status === 400 && ABOUT_THIS.has(type) && !UNVERIFIED.test(text))
    return rejected("mail", `was answered ${type}`);
  return unavailable("mail", `was answered ${answer.status} ${type}`.trimEnd());
}

/**
 * Sends mail by SES, the same message as by SMTP.
 *
 * SES knows no key and gives each message an id of its own, so a request is tried once: what got no answer comes again by
 * the outbox, and only then can a second copy be sent.
 *
 * @param from - an address or domain that is verified in SES
 * @throws `channel.unavailable` for lost connections, limits, refused rights or sender, and 5xx; `channel.rejected` for an
 * address or a text that SES will not take
 * @source Amazon SES API v2 Reference, SendEmail
 */
export const sesChannel = (ses: SignedClient, from: string): Channel => ({
  async send(parcel, signal) {
    if (!ONE_ADDRESS.test(parcel.to)) throw rejected("mail", "has no address to go to");
    const raw = await new MailComposer(mailOf(parcel, { from, host: "localhost" })).compile().build();
    const body = JSON.stringify({
      Content: { Raw: { Data: raw.toString("base64") } },
      Destination: { ToAddresses: [parcel.to] },
    });
    const request = { method: "POST", url: new URL(PATH, ses.endpoint.url), body, tries: 1, signal } as const;
    const headers = { "content-type": "application/json" };
    const answer = await ses.send({ ...request, headers }).catch(() => {
      throw unavailable("mail", "cannot be reached");
    });
    if (!answer.ok) throw await fault(answer);
    await answer.body?.cancel();
  },
});
