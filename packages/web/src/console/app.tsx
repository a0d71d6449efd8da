import { QueryClientProvider } from "@tanstack/react-query";
import { RouterProvider } from "@tanstack/react-router";
import type { Language } from "@yigong/core/language/catalogue.ts";
import { App as AntApp, ConfigProvider } from "antd";
import en from "antd/es/locale/en_US.js";
import zh from "antd/es/locale/zh_CN.js";
import dayjs from "dayjs";
import "dayjs/locale/zh-cn";
import { useEffect, useMemo, useState } from "react";
import { newClient } from "../shared/api/use-reading.ts";
import { keepLanguage, LanguageContext, readLanguage } from "../shared/language.ts";
import { nonce } from "./allow-styles.ts";
import { type Look, LookContext, useLook } from "./look.ts";
import { router } from "./router.tsx";
import { themeOf } from "./theme.ts";

const csp = { nonce };
/** A button of two characters is read as it is written. */
const UNSPACED = { autoInsertSpace: false };
/** What succeeded is told, long enough to be read, and does not pile up over the page. */
const FEW = { maxCount: 3, duration: 5 };

export function App() {
  const client = useMemo(newClient, []);
  const [language, setLanguage] = useState(readLanguage);
  const { theme, isDark, choose } = useLook();
  dayjs.locale(language === "zh-CN" ? "zh-cn" : "en");
  useEffect(() => {
    document.documentElement.lang = language;
  }, [language]);
  const look = useMemo<Look>(
    () => ({
      theme,
      choose,
      speak(to: Language) {
        keepLanguage(to);
        setLanguage(to);
      },
    }),
    [theme, choose],
  );
  return (
    <ConfigProvider csp={csp} theme={themeOf(isDark)} locale={language === "zh-CN" ? zh : en} button={UNSPACED}>
      <LookContext value={look}>
        <LanguageContext.Provider value={language}>
          <QueryClientProvider client={client}>
            <AntApp message={FEW}>
              <RouterProvider router={router} />
            </AntApp>
          </QueryClientProvider>
        </LanguageContext.Provider>
      </LookContext>
    </ConfigProvider>
  );
}
