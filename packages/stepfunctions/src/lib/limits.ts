/** Step Functions' quotas that this engine keeps.
 * @source https://docs.aws.amazon.com/step-functions/latest/dg/service-quotas.html */
export const maxPayloadBytes = 262_144;
export const maxDefinitionBytes = 1_048_576;
export const maxHistoryEvents = 25_000;
export const maxVariablesBytes = 10 * 1_048_576;
export const maxCauseLength = 32_768;
export const maxErrorLength = 256;
/** Largest number of seconds that a timeout, a wait or an interval may have. */
export const maxSeconds = 99_999_999;
/** A request larger than this is not read to its end. */
export const maxRequestBytes = 8 * 1_048_576;
/** Not an AWS figure: deeper JSON is refused before anything has to recurse through it. */
export const maxDepth = 500;

export const tooLarge = (text: string): boolean =>
  text.length > maxPayloadBytes || (text.length * 3 > maxPayloadBytes && Buffer.byteLength(text) > maxPayloadBytes);
