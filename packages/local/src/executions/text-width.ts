/** How wide a text is at most in a proportional font, in pixels: server pages cannot measure. */
export const textWidth = (text: string, size: number): number =>
  [...text].reduce((sum, letter) => sum + (isWide(letter) ? 1 : /[A-Z@%&mwMW_]/.test(letter) ? 0.74 : 0.58) * size, 0);

/** Chinese and other full-width letters. */
const isWide = (letter: string): boolean => (letter.codePointAt(0) ?? 0) > 0x2e7f;

/** A text cut to a width, with … when something is left out. */
export function fitted(text: string, size: number, width: number): string {
  if (textWidth(text, size) <= width) return text;
  let rest = "";
  for (const letter of text) {
    if (textWidth(`${rest}${letter}…`, size) > width) break;
    rest += letter;
  }
  return `${rest}…`;
}
