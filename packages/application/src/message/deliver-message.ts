import type { Channel as Name } from "@yigong/core/message/message.ts";
import { isRejected, isUnavailable } from "../ports/channel-fault.ts";
import type { Channel, Channels, Parcel, PersonalChannels } from "../ports/channels.ts";
import type { Recipient } from "./resolve-audience.ts";

/** What became of one message to one person. */
export type Delivery =
  | { delivery: "delivered"; channel: Name }
  | { delivery: "queued"; code: string }
  | { delivery: "failed"; code: string };

interface Way {
  name: Name;
  channel: Channel;
  to: string;
}

/** The ways to a person, the one that is read soonest first; what stands in is for whom no other way reaches. */
export function waysTo(person: Recipient, { standIn, ...own }: Channels): Way[] {
  const ways = waysBy(person, own);
  return ways.length > 0 || !standIn ? ways : waysBy(person, standIn);
}

function waysBy({ employeeNumber, mobile, email }: Recipient, { im, sms, mail }: PersonalChannels): Way[] {
  const ways: Way[] = [];
  if (im) ways.push({ name: "im", channel: im, to: employeeNumber });
  if (sms && mobile) ways.push({ name: "sms", channel: sms, to: mobile });
  if (mail && email) ways.push({ name: "mail", channel: mail, to: email });
  return ways;
}

/** Which channels are tried out of turn, and which are not tried at all. */
export interface Order {
  /** The one that somebody likes best, where it is one of theirs. */
  first?: string | undefined;
  /** The one that is down. */
  last?: string | undefined;
  /** Those that took it already and did not reach anybody. */
  passed?: readonly string[] | undefined;
}

interface DeliverDeps {
  channels: Channels;
  order?: Order | undefined;
  patient: boolean;
  signal?: AbortSignal | undefined;
}

function inOrder(ways: Way[], { first, last, passed = [] }: Order = {}): Way[] {
  const place = ({ name }: Way): number => (name === last ? 2 : name === first ? 0 : 1);
  return ways.filter(({ name }) => !passed.includes(name)).sort((one, other) => place(one) - place(other));
}

/**
 * Sends one message by the first way that takes it.
 *
 * A way that refuses it for good leads to the next. One that is down is waited for while `patient`, since its second
 * copy by SMS would cost money and confuse; then the next is tried.
 * @throws what the channel throws once `signal` is aborted: then no other way is tried
 */
export async function deliver(
  person: Recipient,
  parcel: Omit<Parcel, "to">,
  { channels, order, patient, signal }: DeliverDeps,
): Promise<Delivery> {
  let last: Exclude<Delivery, { delivery: "delivered" }> = { delivery: "failed", code: "message.no_address" };
  for (const { name, channel, to } of inOrder(waysTo(person, channels), order)) {
    try {
      await channel.send({ ...parcel, to }, signal);
      return { delivery: "delivered", channel: name };
    } catch (error) {
      if (signal?.aborted) throw error;
      if (isUnavailable(error)) last = { delivery: "queued", code: "channel.unavailable" };
      else if (!isRejected(error)) throw error;
      else if (last.delivery === "failed") last = { delivery: "failed", code: error.code };
      if (patient && last.delivery === "queued") return last;
    }
  }
  return last;
}
