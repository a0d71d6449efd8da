import type { Screen } from "../api/contract.ts";

const STEP_MS = 30_000;
const ON_ITS_WAY_MS = 2_000;

/** The code of this moment: the next ones came along, so that a short loss of network is not seen. */
export function codeAt({ code, svg, validUntil, upcoming }: Omit<Screen, "latest">, now: number) {
  const later = upcoming.filter(({ validFrom }) => Date.parse(validFrom) <= now).at(-1);
  if (!later) return { code, svg, until: Date.parse(validUntil) };
  return { ...later, until: Date.parse(later.validFrom) + STEP_MS };
}

/** How wrong the reader's clock is: a code that came just now is good now, for half a minute at most. */
export function offsetOf({ validUntil }: Pick<Screen, "validUntil">, receivedAt: number): number {
  const left = Date.parse(validUntil) - receivedAt;
  return left >= -ON_ITS_WAY_MS && left <= STEP_MS + ON_ITS_WAY_MS ? 0 : left - STEP_MS / 2;
}

/** A QR code as the address of a picture. */
export const pictureOf = (svg: string): string => `data:image/svg+xml;utf8,${encodeURIComponent(svg)}`;
