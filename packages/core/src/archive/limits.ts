/** A summary has at least this many characters: enough for who, what and with which effect. */
export const SUMMARY_MINIMUM = 20;
export const SUMMARY_MAXIMUM = 5000;
/** At most this many bytes a file: 20 MB. */
export const BYTES_MAXIMUM = 20_000_000;
