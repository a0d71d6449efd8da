/** A rectangle on the page in points, from the top left corner. */
export interface Box {
  x: number;
  y: number;
  width: number;
  height: number;
}

/** How a text is to look: the font, and the sizes between which it may be set, in points. */
export interface Style {
  font: "regular" | "bold";
  size: number;
  least: number;
  color: string;
  align?: "left" | "center" | "right";
  /** Extra space between characters, in points. */
  spacing?: number;
}

/** The part of a document that measuring needs. */
type Paper = Pick<PDFKit.PDFDocument, "font" | "fontSize" | "heightOfString">;

/** The lines of Noto Sans SC are half as high again as its characters; these are set closer. */
const LINE_GAP = -0.2;

/** Its characters sit low in their lines, by this share of their size. */
const RISE = 0.13;

const optionsOf = ({ width }: Box, { align = "center", spacing = 0 }: Style, size: number) => ({
  width,
  align,
  characterSpacing: spacing,
  lineGap: size * LINE_GAP,
});

/**
 * The largest size at which a text fits its box, in as many lines as the box has room for.
 *
 * @returns the size in points; `least` when it does not fit even so
 */
export function sizeFor(paper: Paper, text: string, { box, style }: { box: Box; style: Style }): number {
  let size = style.size;
  while (size > style.least && heightAt(paper, text, { box, style, size }) > box.height) size -= 0.5;
  return size;
}

const heightAt = (paper: Paper, text: string, { box, style, size }: { box: Box; style: Style; size: number }): number =>
  paper
    .font(style.font)
    .fontSize(size)
    .heightOfString(text, optionsOf(box, style, size));

/** Sets a text into the middle of its box, as large as it fits. */
export function set(paper: PDFKit.PDFDocument, text: string, { box, style }: { box: Box; style: Style }): void {
  const size = sizeFor(paper, text, { box, style });
  const spare = box.height - heightAt(paper, text, { box, style, size });
  const top = box.y + Math.max(0, spare / 2) - size * RISE;
  // The space after the last character is invisible: half of it goes to the left.
  const left = box.x + (style.spacing ?? 0) / 2;
  paper.fillColor(style.color).text(text, left, top, optionsOf(box, style, size));
}
