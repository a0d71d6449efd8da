import { createHash } from "node:crypto";
import type { Parcel } from "@yigong/application/ports/channels.ts";

/**
 * A parcel as a mail of plain text. Its Message-ID comes from the key, so that mail programs show a second copy as the
 * same message.
 *
 * @param from - the sender, such as `义工联盟 <yigong@example.com>`
 * @param host - stands in the Message-ID when the sender has no domain
 */
export function mailOf({ key, to, subject, body }: Parcel, { from, host }: { from: string; host: string }) {
  const domain = /@([^>\s]+)/.exec(from)?.[1] ?? host;
  const messageId = `<${createHash("sha256").update(key).digest("hex").slice(0, 40)}@${domain}>`;
  // An address object is never parsed, so that no text in it can add a recipient.
  return { from, to: { name: "", address: to }, subject, text: body, messageId };
}
