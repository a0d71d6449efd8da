import { execFileSync, spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import sharp from "sharp";
import type { Box } from "./fit.ts";

/** Programs of the machine, not of a package. */
const TOOLS = { draw: "pdftoppm", read: "pdftotext", scan: "zbarimg" } as const;

const isThere = (tool: string, flag: string) => spawnSync(tool, [flag]).error === undefined;

/** Whether PDFs can be looked at here: with pdftoppm and pdftotext of poppler-utils, and zbarimg of zbar-tools. */
export const hasPdfTools = isThere(TOOLS.draw, "-v") && isThere(TOOLS.read, "-v") && isThere(TOOLS.scan, "--version");

/** Whether tests must fail rather than pass by when they cannot. */
export const pdfToolsRequired = process.env.YIGONG_REQUIRE_PDF_TOOLS === "1";

/** One line that tells what was not tested, and why. */
export const noPdfToolsNotice =
  "no pdftoppm, pdftotext or zbarimg: certificates were not looked at (YIGONG_REQUIRE_PDF_TOOLS=1 makes this a failure)";

/** A page as somebody sees it, one byte of grey a pixel, 0 is black. */
export interface Picture {
  width: number;
  height: number;
  grey: Uint8Array;
}

/** Pixels a point: 144 to the inch. */
export const SCALE = 2;
const PAPER_WHITE = 250;

function withFile<Result>(name: string, bytes: Uint8Array, run: (path: string) => Result): Result {
  const directory = mkdtempSync(join(tmpdir(), "yigong-pdf-"));
  try {
    const path = join(directory, name);
    writeFileSync(path, bytes);
    return run(path);
  } finally {
    rmSync(directory, { recursive: true });
  }
}

const png = (pdf: Uint8Array): Buffer =>
  withFile("page.pdf", pdf, (path) =>
    execFileSync(TOOLS.draw, ["-r", String(72 * SCALE), "-png", path], {
      maxBuffer: 64 * 1024 * 1024,
    }),
  );

/** Draws the first page. */
export async function look(pdf: Uint8Array): Promise<Picture> {
  const { data, info } = await sharp(png(pdf)).greyscale().raw().toBuffer({ resolveWithObject: true });
  return { width: info.width, height: info.height, grey: data };
}

/** What the page's text layer says, spaces and line ends left out. */
export const textOf = (pdf: Uint8Array): string =>
  withFile("page.pdf", pdf, (path) => execFileSync(TOOLS.read, [path, "-"], { encoding: "utf8" })).replaceAll(
    /\s/g,
    "",
  );

/** What a telephone reads from the page's QR code. */
export const scan = (pdf: Uint8Array): string =>
  withFile("page.png", png(pdf), (path) =>
    execFileSync(TOOLS.scan, ["--quiet", "--raw", "-Sdisable", "-Sqrcode.enable", path], {
      encoding: "utf8",
      stdio: ["ignore", "pipe", "ignore"],
    }),
  ).trim();

/** The pixels of a box, in points, as rows. */
export function cut({ width, grey }: Picture, box: Box): Uint8Array[] {
  const [left, right] = [Math.round(box.x * SCALE), Math.round((box.x + box.width) * SCALE)];
  const [top, bottom] = [Math.round(box.y * SCALE), Math.round((box.y + box.height) * SCALE)];
  return Array.from({ length: bottom - top }, (_, row) =>
    grey.subarray((top + row) * width + left, (top + row) * width + right),
  );
}

/** The share of a box that is not paper, 0 to 1. */
export function inkOf(picture: Picture, box: Box): number {
  const pixels = cut(picture, box).flatMap((row) => [...row]);
  return pixels.filter((grey) => grey < PAPER_WHITE).length / pixels.length;
}

/** The share of pixels in which two boxes of one size differ, 0 to 1. */
export function differenceOf(picture: Picture, one: Box, other: Box): number {
  const [a, b] = [cut(picture, one), cut(picture, other)].map((rows) => rows.flatMap((row) => [...row]));
  const differing = (a ?? []).filter((grey, at) => Math.abs(grey - (b?.[at] ?? 0)) > 60);
  return differing.length / (a?.length ?? 1);
}
