import * as z from "zod";
import { requireVersion } from "../lib/edit.ts";
import { Channel, KINDS } from "../message/message.ts";

/** How somebody likes to be told: by kind the channel that is tried first, and whether outcomes come in one digest a day. */
export const Wish = z.object({
  channels: z.partialRecord(z.enum(KINDS), Channel).default({}),
  tellsInDigest: z.boolean().default(false),
});
export type Wish = z.infer<typeof Wish>;

/** The preference of one member; who has said nothing has none. */
export const Info = Wish.extend({ memberId: z.string(), version: z.int().nonnegative() });
export type Info = z.infer<typeof Info>;

export const none = (memberId: string): Info => ({ memberId, channels: {}, tellsInDigest: false, version: 0 });

/** Says how one likes to be told, over what was read. @throws `edit.changed` */
export function prefer(before: Info, wish: Wish & { version?: number | undefined }): Info {
  const { version, ...said } = wish;
  requireVersion(before, version);
  return { ...before, ...said };
}
