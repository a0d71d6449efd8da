/** Segments of the character map that cover all of Unicode. @source OpenType cmap, format 12 */
const FULL_RANGE = 12;

/**
 * Tells which characters a font draws something for.
 *
 * A character that is mapped to an empty outline counts as missing: printed, it would be a blank.
 * @param font - a TrueType file with outlines in `glyf`
 * @throws RangeError when it is another kind of font
 */
export function inkIn(font: Buffer): (character: string) => boolean {
  const table = tablesOf(font);
  const segments = segmentsOf(table("cmap"));
  const outlineBytes = outlinesOf(table("head"), table("loca"));
  return (character) => {
    const codePoint = character.codePointAt(0) ?? 0;
    const segment = segments.find(({ first, last }) => first <= codePoint && codePoint <= last);
    return segment !== undefined && outlineBytes(segment.glyph + codePoint - segment.first) > 0;
  };
}

function tablesOf(font: Buffer): (name: string) => Buffer {
  return (name) => {
    for (let entry = 12; entry < 12 + 16 * font.readUInt16BE(4); entry += 16) {
      if (font.toString("latin1", entry, entry + 4) !== name) continue;
      const start = font.readUInt32BE(entry + 8);
      return font.subarray(start, start + font.readUInt32BE(entry + 12));
    }
    throw new RangeError(`The font has no table ${name}.`);
  };
}

function segmentsOf(cmap: Buffer): { first: number; last: number; glyph: number }[] {
  for (let entry = 4; entry < 4 + 8 * cmap.readUInt16BE(2); entry += 8) {
    const start = cmap.readUInt32BE(entry + 4);
    if (cmap.readUInt16BE(start) !== FULL_RANGE) continue;
    return Array.from({ length: cmap.readUInt32BE(start + 12) }, (_, index) => {
      const at = start + 16 + 12 * index;
      return { first: cmap.readUInt32BE(at), last: cmap.readUInt32BE(at + 4), glyph: cmap.readUInt32BE(at + 8) };
    });
  }
  throw new RangeError("The font's character map does not cover all of Unicode.");
}

function outlinesOf(head: Buffer, loca: Buffer): (glyph: number) => number {
  const isLong = head.readInt16BE(50) === 1;
  const offset = (glyph: number) => (isLong ? loca.readUInt32BE(4 * glyph) : 2 * loca.readUInt16BE(2 * glyph));
  return (glyph) => offset(glyph + 1) - offset(glyph);
}
