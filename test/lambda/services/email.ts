import { fault, type Service } from "../aws-server.ts";
import type { Guard } from "../iam/guard.ts";

/** A mail as it was handed over. */
export interface Mail {
  from: string;
  to: string[];
  subject: string;
  text: string;
}

interface SendEmail {
  FromEmailAddress?: string;
  Destination?: { ToAddresses?: string[] };
  Content?: { Simple?: { Subject?: { Data?: string }; Body?: { Text?: { Data?: string } } } };
}

/**
 * SES v2: keeps what it is given to send.
 *
 * @param identityArn - `arn:…:identity/`, to which the sender's domain is added
 */
export function emailService({
  guard,
  identityArn,
  sent,
}: {
  guard: Guard;
  identityArn: string;
  sent: Mail[];
}): Service {
  return async (role, { method, url, body }) => {
    if (method !== "POST" || url !== "/v2/email/outbound-emails")
      return fault(404, "NotFoundException", "Only SendEmail is known here.");
    const { FromEmailAddress = "", Destination = {}, Content = {} } = JSON.parse(body.toString("utf8")) as SendEmail;
    const address = /<([^>]+)>/.exec(FromEmailAddress)?.[1] ?? FromEmailAddress;
    const context = { "ses:FromAddress": address };
    guard.require(role, [{ action: "ses:SendEmail", resource: identityArn + address.split("@")[1], context }]);
    const { Subject, Body } = Content.Simple ?? {};
    const to = Destination.ToAddresses ?? [];
    sent.push({ from: address, to, subject: Subject?.Data ?? "", text: Body?.Text?.Data ?? "" });
    return {
      status: 200,
      headers: { "content-type": "application/json" },
      body: JSON.stringify({ MessageId: `mail-${sent.length}` }),
    };
  };
}
