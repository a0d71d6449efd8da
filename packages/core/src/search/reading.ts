/** A text as it is looked for: in lower case, and how it is read, syllable by syllable. */
export interface Reading {
  text: string;
  /** Pinyin without tones; what is not Chinese stands as it is. */
  syllables: readonly string[];
}

/** How well something fits a query: it begins with it, or has it further on. */
export type Fit = 0 | 1;

/** The form in which texts and queries are compared: without case, width and space. */
export const comparable = (text: string): string =>
  text
    .normalize("NFKC")
    .toLowerCase()
    .replace(/[\s'’·]+/gu, "");

const SPELT = /^[a-z0-9]*[a-z][a-z0-9]*$/;

/**
 * Whether a text is found by a query: by itself, by its pinyin in full, by initials, and by a mixture of both (`zhangw`).
 *
 * @param query - in the form of `comparable`, at least one character
 */
export function fitOf({ text, syllables }: Reading, query: string): Fit | undefined {
  const at = text.indexOf(query);
  if (at === 0) return 0;
  if (SPELT.test(query)) {
    const from = syllables.findIndex((_, begin) => isSpeltFrom(syllables, begin, query));
    if (from === 0) return 0;
    if (from > 0) return 1;
  }
  return at > 0 ? 1 : undefined;
}

/** Whether beginnings of the syllables from one on, each of a letter at least, make up the query. */
function isSpeltFrom(syllables: readonly string[], begin: number, query: string): boolean {
  let reached: number[] = [0];
  for (let index = begin; index < syllables.length && reached.length > 0; index += 1) {
    const syllable = syllables[index] ?? "";
    const next = new Set<number>();
    for (const start of reached) {
      for (let length = 0; length < syllable.length && syllable[length] === query[start + length]; length += 1) {
        if (start + length + 1 === query.length) return true;
        next.add(start + length + 1);
      }
    }
    reached = [...next];
  }
  return false;
}
