import * as z from "zod";

/** The number of characters a person would count; a rare ideograph or an emoji is one, not two. */
export const lengthOf = (text: string): number => [...text].length;

const tidy = (text: string): string => text.replace(/\r\n?/g, "\n").normalize("NFC").trim();

// Line feed and tab are text; other controls and the marks that turn the direction of writing are not. What Unicode has
// yet to assign may be somebody's name by the time this runs.
const unwritable = /[^\P{Cc}\n\t]|[\u202a-\u202e\u2066-\u2069]|\p{Cs}|\p{Noncharacter_Code_Point}/u;

/** Whether every character of a text can be shown as it is. */
export const isWritable = (text: string): boolean => !unwritable.test(text);

/** Plain text of `minimum` to `maximum` characters, trimmed, with line feeds; markup in it is just text. */
export const plainText = (minimum: number, maximum: number) =>
  z
    .string()
    .overwrite(tidy)
    .refine(isWritable, "must be plain text without control characters")
    .refine((text) => lengthOf(text) >= minimum, `must have at least ${minimum} characters`)
    .refine((text) => lengthOf(text) <= maximum, `must have at most ${maximum} characters`)
    .describe(`plain text, ${minimum} to ${maximum} characters`);
