import { isRejected, rejected, unavailable } from "@yigong/application/ports/channel-fault.ts";
import type { Channel } from "@yigong/application/ports/channels.ts";
import MailComposer from "nodemailer/lib/mail-composer";
import { mailOf } from "./mail.ts";
import { connectionsTo } from "./smtp-connections.ts";

/** A company's mail server. */
export interface Smtp {
  host: string;
  port: number;
  /** TLS from the first byte; else STARTTLS is used when offered, and demanded unless `allowPlain`. */
  secure: boolean;
  allowPlain?: boolean | undefined;
  user?: string | undefined;
  password?: string | undefined;
  /** The sender, such as `义工联盟 <yigong@example.com>`. */
  from: string;
}

/** How long a server may be silent, and how long a mail may take in all, whatever it says meanwhile; both in milliseconds. */
export interface MailLimits {
  silenceMs: number;
  wholeMs: number;
}
const LIMITS: MailLimits = { silenceMs: 10_000, wholeMs: 20_000 };
/** More than any answer of a mail server. */
const LONGEST_ANSWER = 65_536;

/** What a failed `sendMail` tells: the command that failed, and what the server answered. */
interface Failure {
  code?: string;
  command?: string;
  responseCode?: number;
}

/** Only a permanent answer about this address or this text is final; sign-in, TLS and sender are settings of ours. */
function fault(error: unknown) {
  const { code, command, responseCode } = (error ?? {}) as Failure;
  if (code === "EENVELOPE" && responseCode === undefined) return rejected("mail", "has no address to go to");
  const aboutThis = command === "RCPT TO" || command === "DATA";
  if (aboutThis && responseCode !== undefined && responseCode >= 500)
    return rejected("mail", `was answered ${responseCode}`);
  return unavailable("mail", responseCode === undefined ? "cannot be reached" : `was answered ${responseCode}`);
}

/**
 * Sends mail by SMTP.
 *
 * A mail has one limit from beginning to end, since a server that answers a byte now and then never falls silent.
 * @throws `channel.unavailable` for lost connections, refused sign-in or sender, and 4xx; `channel.rejected` for 5xx about
 * the address or the text
 */
export function smtpChannel(
  { host, port, secure, allowPlain, user, password, from }: Smtp,
  { silenceMs, wholeMs }: MailLimits = LIMITS,
): Channel & { close(): void } {
  const connections = connectionsTo({
    options: {
      host,
      port,
      secure,
      requireTLS: !secure && allowPlain !== true,
      connectionTimeout: silenceMs,
      greetingTimeout: silenceMs,
      socketTimeout: silenceMs,
      dnsTimeout: silenceMs,
      maxResponseSize: LONGEST_ANSWER,
    },
    auth: user === undefined || password === undefined ? undefined : { user, pass: password },
  });
  return {
    async send(parcel, signal) {
      const limit = AbortSignal.timeout(wholeMs);
      try {
        const mail = new MailComposer(mailOf(parcel, { from, host })).compile();
        const envelope = mail.getEnvelope();
        const [to] = envelope.to;
        if (to === undefined || !envelope.from) throw rejected("mail", "has no address to go to");
        const message = { from: envelope.from, to, raw: await mail.build() };
        await connections.send(message, signal ? AbortSignal.any([signal, limit]) : limit);
      } catch (error) {
        throw isRejected(error) ? error : fault(error);
      }
    },
    close: connections.close,
  };
}
