import type { Language } from "@yigong/core/language/catalogue.ts";
import { createContext, useContext, useEffect, useState } from "react";
import { useKept } from "./ui/use-kept.ts";

export const THEMES = ["system", "light", "dark"] as const;
export type Theme = (typeof THEMES)[number];

/** How the console looks and speaks to this person on this machine. */
export interface Look {
  theme: Theme;
  choose(theme: Theme): void;
  speak(language: Language): void;
}

export const LookContext = createContext<Look>({ theme: "system", choose: () => undefined, speak: () => undefined });
export const useLookOf = (): Look => useContext(LookContext);

const DARK = "(prefers-color-scheme: dark)";

/** The theme that was chosen, and whether it is dark now; the document is told, for its own sheet of colours. */
export function useLook() {
  const [theme, choose] = useKept<Theme>("theme", "system");
  const [prefers, setPrefers] = useState(() => matchMedia(DARK).matches);
  useEffect(() => {
    const query = matchMedia(DARK);
    const tell = () => setPrefers(query.matches);
    query.addEventListener("change", tell);
    return () => query.removeEventListener("change", tell);
  }, []);
  const isDark = theme === "dark" || (theme === "system" && prefers);
  useEffect(() => {
    document.documentElement.dataset.theme = isDark ? "dark" : "light";
  }, [isDark]);
  return { theme, isDark, choose };
}
