import type { Guard } from "@yigong/testing/iam/guard.ts";
import { fault, type Service } from "../aws-server.ts";

/** A mail as it was handed over. */
export interface Mail {
  from: string;
  to: string[];
  text: string;
}

interface SendEmail {
  Destination?: { ToAddresses?: string[] };
  Content?: { Raw?: { Data?: string } };
}

/** Sender and text of a message with one part. */
function opened(raw: string): { from: string; text: string } {
  const [head = "", body = ""] = raw.split(/\r\n\r\n(.*)/s);
  const header = (name: string) =>
    new RegExp(`^${name}: (.*)$`, "im").exec(head.replace(/\r\n[ \t]+/g, " "))?.[1] ?? "";
  const encoding = header("Content-Transfer-Encoding").trim().toLowerCase();
  const from = /<([^>]+)>/.exec(header("From"))?.[1] ?? header("From").trim();
  if (encoding === "base64") return { from, text: Buffer.from(body, "base64").toString("utf8") };
  if (encoding !== "quoted-printable") return { from, text: body };
  const bytes = body
    .replace(/=\r\n/g, "")
    .replace(/=([0-9A-F]{2})/g, (_, hex: string) => String.fromCharCode(parseInt(hex, 16)));
  return { from, text: Buffer.from(bytes, "latin1").toString("utf8") };
}

/**
 * SES v2: keeps the whole messages that it is given to send; for those AWS asks for `ses:SendRawEmail` here too.
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
    const { Destination = {}, Content = {} } = JSON.parse(body.toString("utf8")) as SendEmail;
    if (!Content.Raw?.Data) return fault(400, "BadRequestException", "Only whole messages are known here.");
    const { from, text } = opened(Buffer.from(Content.Raw.Data, "base64").toString("latin1"));
    const context = { "ses:FromAddress": from };
    guard.require(role, [{ action: "ses:SendRawEmail", resource: identityArn + from.split("@")[1], context }]);
    sent.push({ from, to: Destination.ToAddresses ?? [], text });
    return {
      status: 200,
      headers: { "content-type": "application/json" },
      body: JSON.stringify({ MessageId: `mail-${sent.length}` }),
    };
  };
}
