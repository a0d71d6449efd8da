interface Said {
  title?: unknown;
  detail?: unknown;
  code?: unknown;
  requestId?: unknown;
  errors?: unknown;
}

const textOf = (value: unknown): string => (typeof value === "string" ? value : "");

/** What the API answered instead of doing it, in the reader's language. @source RFC 9457 */
export class Refused extends Error {
  override name = "Refused";
  readonly status: number;
  readonly code: string;
  readonly title: string;
  readonly requestId: string;
  /** The whole document, for what some refusals say beside. */
  readonly said: object;

  constructor(status: number, said: Said) {
    super(textOf(said.detail));
    this.status = status;
    this.code = textOf(said.code) || String(status);
    this.title = textOf(said.title);
    this.requestId = textOf(said.requestId);
    this.said = said;
  }
}

/** No answer came: the phone is offline, or the server is not reached. Nothing that was typed is lost. */
export class Unreached extends Error {
  override name = "Unreached";
}

export const isUnreached = (error: unknown): boolean => error instanceof Unreached;

/** Whether trying again without changing anything may help. */
export const passes = (error: unknown): boolean =>
  isUnreached(error) || (error instanceof Refused && [429, 502, 503, 504].includes(error.status));
