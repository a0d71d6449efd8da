import type { Box, Style } from "./fit.ts";

/** A4 landscape in points. */
export const PAGE = { width: 841.89, height: 595.28 } as const;

const ACCENT = "#b3261e";
export const GOLD = "#a67c3d";
const INK = "#1f1f1f";
const QUIET = "#595959";

/** The width in which the middle of the page is set. */
const MIDDLE = { x: 96, width: PAGE.width - 192 };
const middle = (y: number, height: number): Box => ({ ...MIDDLE, y, height });
const word = (size: number, color: string = INK): Style => ({ font: "regular", size, least: 6, color });

/** The double frame: its distance from the edge, its line and its colour. */
export const FRAMES = [
  { inset: 22, line: 2.4, color: ACCENT },
  { inset: 30, line: 0.7, color: GOLD },
] as const;

/** A rule with a diamond in it, below the title. */
export const RULE = { y: 156, width: 260 } as const;
/** The line below the name. */
export const NAME_LINE = { y: 268, width: 380 } as const;
export const QR = { x: 54, y: 424, side: 106 } as const;

const side: Style = { font: "regular", size: 11, least: 6, color: INK, align: "left" };
const issuer: Style = { ...side, size: 14, align: "right" };
const issuerBox = (y: number, height: number): Box => ({ x: 430, y, width: 352, height });
const sideBox = (y: number, height: number): Box => ({ x: 168, y, width: 250, height });

/** Where each text stands and how it looks. Boxes take the longest texts that a certificate may hold. */
export const PLACES = {
  title: { box: middle(62, 60), style: { font: "bold", size: 46, least: 20, color: ACCENT, spacing: 14 } },
  titleEnglish: { box: middle(124, 18), style: { ...word(11, QUIET), spacing: 4 } },
  given: { box: middle(172, 22), style: word(16) },
  name: { box: middle(196, 68), style: { font: "bold", size: 42, least: 12, color: INK } },
  year: { box: middle(276, 24), style: word(18) },
  honour: { box: middle(300, 52), style: { font: "bold", size: 34, least: 12, color: ACCENT } },
  closing: { box: middle(354, 22), style: word(16) },
  english: { box: middle(382, 30), style: word(11, QUIET) },
  number: { box: sideBox(440, 18), style: side },
  code: { box: sideBox(460, 18), style: side },
  verify: { box: sideBox(480, 38), style: { ...side, size: 8.5, color: QUIET } },
  issuedBy: { box: issuerBox(432, 34), style: issuer },
  confirmedBy: { box: issuerBox(468, 28), style: { ...issuer, size: 12 } },
  date: { box: issuerBox(498, 20), style: { ...issuer, size: 12 } },
  internal: { box: middle(532, 15), style: word(9) },
  internalEnglish: { box: middle(547, 13), style: word(7.5, QUIET) },
} as const satisfies Record<string, { box: Box; style: Style }>;

export type Place = keyof typeof PLACES;
