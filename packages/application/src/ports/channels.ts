/**
 * One message to one address.
 *
 * `key` is the same each time that the same message is sent: a channel that knows it sends nothing again.
 */
export interface Parcel {
  key: string;
  /** By what a channel names it in a receipt; none for what is not one message of one person. */
  reference?: string | undefined;
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
  /** Where more is to be seen; it stands last and is never shortened. */
  link?: string | undefined;
  /**
   * What is shortened, in this order, where a channel takes less than all: a paragraph by its place, or the title, down to
   * so many bytes. Without it every paragraph in turn.
   */
  givesWay?: readonly { part: number | "title"; atLeast: number }[] | undefined;
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

/** The ways to one person. */
export interface PersonalChannels {
  im?: Channel | undefined;
  sms?: Channel | undefined;
  mail?: Channel | undefined;
}

/** The ways in which anything is told outside the system; a way that a company does not have is left out. */
export interface Channels extends PersonalChannels {
  board?: Board | undefined;
  /** What stands in for people whom none of the company's own ways reaches, such as one machine's inbox. */
  standIn?: PersonalChannels | undefined;
}
