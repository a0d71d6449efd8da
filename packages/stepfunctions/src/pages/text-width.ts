/** Upper estimate of a text's width in a proportional font, in pixels: a server cannot measure it. */
export const textWidth = (text: string, size: number): number =>
  [...text].reduce((sum, letter) => sum + share(letter) * size, 0);

function share(letter: string): number {
  if (isWide(letter)) return 1;
  if (/[ ·.,:;|'!ijl()-]/.test(letter)) return 0.4;
  return /[A-Z@%&mw_●✓✕■]/.test(letter) ? 0.8 : 0.62;
}

/** Chinese and other full-width letters. */
const isWide = (letter: string): boolean => (letter.codePointAt(0) ?? 0) > 0x2e7f;

/** A text cut to a width, with … when it was cut. */
export function fitted(text: string, size: number, width: number): string {
  if (textWidth(text, size) <= width) return text;
  let rest = "";
  for (const letter of text) {
    if (textWidth(`${rest}${letter}…`, size) > width) break;
    rest += letter;
  }
  return `${rest}…`;
}
