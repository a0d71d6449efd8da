import { rejected, unavailable } from "@yigong/application/ports/channel-fault.ts";
import type { Channel } from "@yigong/application/ports/channels.ts";
import nodemailer from "nodemailer";
import { mailOf } from "./mail.ts";

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

const TIMEOUT_MS = 10_000;

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
 * @throws `channel.unavailable` for lost connections, refused sign-in or sender, and 4xx; `channel.rejected` for 5xx about
 * the address or the text
 */
export function smtpChannel({
  host,
  port,
  secure,
  allowPlain,
  user,
  password,
  from,
}: Smtp): Channel & { close(): void } {
  const transport = nodemailer.createTransport({
    pool: true,
    maxConnections: 3,
    host,
    port,
    secure,
    requireTLS: !secure && allowPlain !== true,
    connectionTimeout: TIMEOUT_MS,
    greetingTimeout: TIMEOUT_MS,
    socketTimeout: TIMEOUT_MS,
    ...(user === undefined || password === undefined ? {} : { auth: { user, pass: password } }),
  });
  return {
    async send(parcel) {
      try {
        await transport.sendMail(mailOf(parcel, { from, host }));
      } catch (error) {
        throw fault(error);
      }
    },
    close: () => transport.close(),
  };
}
