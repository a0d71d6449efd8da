import { readFileSync } from "node:fs";
import { inkIn } from "./ink.ts";

/** The two fonts of a certificate, Noto Sans SC with 30,890 characters each. */
export interface Fonts {
  regular: Buffer;
  bold: Buffer;
}

const FAMILY = "@expo-google-fonts/noto-sans-sc";
const read = (file: string): Buffer => readFileSync(new URL(import.meta.resolve(`${FAMILY}/${file}`)));

let opened: Fonts | undefined;

/** Reads the fonts (21 MB) when they are first used. */
export function fonts(): Fonts {
  opened ??= { regular: read("400Regular/NotoSansSC_400Regular.ttf"), bold: read("700Bold/NotoSansSC_700Bold.ttf") };
  return opened;
}

let inks: ((character: string) => boolean)[] | undefined;

/** Left out when text is set, whatever the font says. @source Unicode, Default_Ignorable_Code_Point */
const IGNORED = /^\p{Default_Ignorable_Code_Point}$/u;

/** The characters of a text that a certificate could only print as a blank or a box, each once. */
export function unprintableIn(text: string): string[] {
  inks ??= Object.values(fonts()).map(inkIn);
  const everywhere = inks;
  const prints = (character: string) =>
    character === " " || (!IGNORED.test(character) && everywhere.every((hasInk) => hasInk(character)));
  return [...new Set(text)].filter((character) => !prints(character));
}
