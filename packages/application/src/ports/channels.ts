/**
 * One message to one address.
 *
 * `key` is the same each time that the same message is sent: a channel that knows it sends nothing again.
 */
export interface Parcel {
  key: string;
  /** An employee number for IM, a mobile number for SMS, an address for mail. */
  to: string;
  subject: string;
  body: string;
}

/** A notice to everybody, for the office system. */
export interface Notice {
  key: string;
  title: string;
  paragraphs: readonly string[];
}

/**
 * Hands one message to one person's channel.
 *
 * @param signal - aborted when there is no more time: the channel then gives up at once, whatever the other side does
 * @throws `channel.unavailable` when it may work later, `channel.rejected` when it never will
 */
export interface Channel {
  send(parcel: Parcel, signal?: AbortSignal): Promise<void>;
}

/** The office system's notice board. @throws as a channel does */
export interface Board {
  post(notice: Notice, signal?: AbortSignal): Promise<void>;
}

/** The ways in which anything is told outside the system; a way that a company does not have is left out. */
export interface Channels {
  im?: Channel | undefined;
  sms?: Channel | undefined;
  mail?: Channel | undefined;
  board?: Board | undefined;
}
