import { encode } from "uqr";

/** A reader needs this many light modules around the code. @source ISO/IEC 18004 */
const QUIET_MODULES = 4;

/** Draws a QR code with its quiet zone into a square of `side` points; a quarter of it may be damaged. */
export function drawQr(
  paper: PDFKit.PDFDocument,
  text: string,
  { x, y, side }: { x: number; y: number; side: number },
) {
  const { data, size } = encode(text, { ecc: "Q", border: 0 });
  const module = side / (size + 2 * QUIET_MODULES);
  const place = (index: number) => (index + QUIET_MODULES) * module;
  for (const [row, line] of data.entries())
    for (const { from, length } of runsOf(line)) paper.rect(x + place(from), y + place(row), length * module, module);
  paper.fill("#000000");
}

/** The dark stretches of a line. */
function runsOf(line: readonly boolean[]): { from: number; length: number }[] {
  const runs: { from: number; length: number }[] = [];
  for (const [at, dark] of line.entries()) {
    const last = runs.at(-1);
    if (dark && last && last.from + last.length === at) last.length += 1;
    else if (dark) runs.push({ from: at, length: 1 });
  }
  return runs;
}
