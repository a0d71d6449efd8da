/** Step Functions' quotas that this engine enforces.
 * @source https://docs.aws.amazon.com/step-functions/latest/dg/service-quotas.html */
export const maxPayloadBytes = 262_144;
export const maxDefinitionBytes = 1_048_576;
export const maxHistoryEvents = 25_000;
export const maxVariablesBytes = 10 * 1_048_576;
export const maxCauseLength = 32_768;
export const maxErrorLength = 256;
/** Upper bound of a timeout, a wait or an interval, in seconds. */
export const maxSeconds = 99_999_999;
/** A larger request is refused before it is read completely. */
export const maxRequestBytes = 8 * 1_048_576;
/** Not a quota of AWS: keeps recursive code from overflowing the stack. */
export const maxDepth = 500;

export const tooLarge = (text: string): boolean =>
  text.length > maxPayloadBytes || (text.length * 3 > maxPayloadBytes && Buffer.byteLength(text) > maxPayloadBytes);
