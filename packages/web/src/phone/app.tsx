import { QueryClientProvider } from "@tanstack/react-query";
import type { Language } from "@yigong/core/language/catalogue.ts";
import { type ReactNode, useEffect, useMemo, useState } from "react";
import { Router } from "wouter";
import { newClient } from "../shared/api/use-reading.ts";
import { keepLanguage, LanguageContext, readLanguage } from "../shared/language.ts";
import { Pages } from "./pages.tsx";
import { SwitchContext } from "./switch-language.ts";

function Languages({ children }: { children: ReactNode }) {
  const [language, setLanguage] = useState(readLanguage);
  useEffect(() => {
    document.documentElement.lang = language;
  }, [language]);
  const change = useMemo(
    () => (to: Language) => {
      keepLanguage(to);
      setLanguage(to);
    },
    [],
  );
  return (
    <SwitchContext.Provider value={change}>
      <LanguageContext.Provider value={language}>{children}</LanguageContext.Provider>
    </SwitchContext.Provider>
  );
}

export function App() {
  const client = useMemo(newClient, []);
  return (
    <QueryClientProvider client={client}>
      <Languages>
        <Router base="/m">
          <Pages />
        </Router>
      </Languages>
    </QueryClientProvider>
  );
}
