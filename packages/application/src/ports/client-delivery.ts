import type { Language } from "@yigong/core/survey/served.ts";

/** A message to a served client, who is no member and has no account. */
export interface ClientMessage {
  /** By which the client can be reached, as far as they are known. */
  addresses: { mobile?: string | undefined; email?: string | undefined };
  language: Language;
  template: `survey.${"invitation" | "reminder" | "guardianInvitation" | "guardianReminder"}`;
  params: { alliance: string; title: string; closesAt: string; link: string };
  /** The same for the same message, so that a channel sends it once however often it is handed over. */
  key: string;
}

/**
 * Hands a message to its channel.
 *
 * @returns false when the channel will never reach this address; throws when it may later
 */
export type Deliver = (message: ClientMessage, signal?: AbortSignal) => Promise<boolean>;
