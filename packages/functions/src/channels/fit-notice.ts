import type { Notice } from "@yigong/application/ports/channels.ts";

/** The parts of a notice; the number is a paragraph's. */
type Part = NonNullable<Notice["givesWay"]>[number];

const MARK = "…";
const graphemes = new Intl.Segmenter("zh", { granularity: "grapheme" });
const charactersOf = (text: string): string[] => [...graphemes.segment(text)].map(({ segment }) => segment);

const textOf = ({ title, paragraphs }: Notice, part: Part["part"]): string =>
  part === "title" ? title : (paragraphs[part] ?? "");

const withText = (notice: Notice, part: Part["part"], text: string): Notice =>
  part === "title"
    ? { ...notice, title: text }
    : { ...notice, paragraphs: notice.paragraphs.map((before, at) => (at === part ? text : before)) };

/** How many of the first characters have so many bytes at the most: one that people see may have dozens. */
function countWithin(bytes: number, characters: readonly string[]): number {
  let left = bytes;
  const past = characters.findIndex((character) => {
    left -= Buffer.byteLength(character);
    return left < 0;
  });
  return past < 0 ? characters.length : past;
}

/** Shortens one part by as little as makes the notice fit, but not below so many bytes. */
function shorten(notice: Notice, { part, atLeast }: Part, fits: (notice: Notice) => boolean): Notice {
  const characters = charactersOf(textOf(notice, part));
  const least = countWithin(atLeast, characters);
  if (characters.length <= least + 1) return notice;
  const cut = (kept: number) => withText(notice, part, `${characters.slice(0, kept).join("").trimEnd()}${MARK}`);
  let [low, high] = [least, characters.length - 1];
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if (fits(cut(middle))) low = middle;
    else high = middle - 1;
  }
  return cut(low);
}

/**
 * Shortens a notice until it fits: its parts in the order in which they give way, each between characters and marked with
 * `…`; only when all are as short as they say, in the same order down to the mark alone. The link is never touched.
 *
 * @param fits - whether the notice as it is written for the channel keeps to its limit
 */
export function fitNotice(notice: Notice, fits: (notice: Notice) => boolean): Notice {
  const everything: Part[] = [...notice.paragraphs.keys(), "title" as const].map((part) => ({ part, atLeast: 120 }));
  const order = notice.givesWay ?? everything;
  let fitting = notice;
  for (const parts of [order, order.map(({ part }) => ({ part, atLeast: 0 }))])
    for (const part of parts) {
      if (fits(fitting)) return fitting;
      fitting = shorten(fitting, part, fits);
    }
  return fitting;
}
