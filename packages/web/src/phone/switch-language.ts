import type { Language } from "@yigong/core/language/catalogue.ts";
import { createContext, useContext } from "react";

export const SwitchContext = createContext<(language: Language) => void>(() => undefined);

/** Changes the language of everything on the page, and keeps it on this phone. */
export const useSwitchLanguage = () => useContext(SwitchContext);
