import { comparable, type Reading } from "@yigong/core/search/reading.ts";

/** Makes the reading of texts; of `kind` a name a surname is read as such (曾 is zeng, not ceng). */
export type ReadAloud = (text: string, kind: "name" | "title") => Reading;

/** Loads the dictionary, half a megabyte, when it is first needed: not every process looks for people. */
export async function readingAloud(): Promise<ReadAloud> {
  const { pinyin } = await import("pinyin-pro");
  return (text, kind) => {
    const options = { toneType: "none", type: "array", v: true, nonZh: "consecutive" } as const;
    const read = pinyin(text, kind === "name" ? { ...options, surname: "head" } : options);
    return { text: comparable(text), syllables: read.map(comparable).filter((syllable) => syllable !== "") };
  };
}
