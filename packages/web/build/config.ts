import { fileURLToPath } from "node:url";
import type { InlineConfig } from "vite";
import { usedWords } from "./used-words.ts";

export const ROOT = fileURLToPath(new URL("../", import.meta.url));

/** The phones inside WeCom, DingTalk, Feishu and WeChat: Chromium 86 and iOS 14 are the oldest that are still met. */
const TARGET = ["es2020", "chrome86", "safari14"];

/** How the phone's pages are built: sources are React, what ships is Preact. */
export const config: InlineConfig = {
  root: ROOT,
  configFile: false,
  logLevel: "warn",
  base: "/",
  resolve: {
    alias: [
      { find: /^react\/jsx-runtime$/, replacement: "preact/jsx-runtime" },
      { find: /^react-dom\/client$/, replacement: "preact/compat/client" },
      { find: /^react(-dom)?$/, replacement: "preact/compat" },
      { find: /^use-sync-external-store(\/shim)?(\/index\.js)?$/, replacement: "preact/compat" },
    ],
  },
  plugins: [usedWords(ROOT)],
  build: {
    outDir: "dist",
    assetsDir: "assets",
    target: TARGET,
    // The pages' policy allows no inline script; browsers without `modulepreload` load a moment later.
    modulePreload: { polyfill: false },
    assetsInlineLimit: 0,
    emptyOutDir: true,
    manifest: true,
    reportCompressedSize: false,
    rolldownOptions: {
      input: { phone: `${ROOT}phone.html` },
      // Nothing here runs on a server, so what those directives would keep apart is one bundle.
      onwarn: (warning, warn) => (warning.code === "MODULE_LEVEL_DIRECTIVE" ? undefined : warn(warning)),
    },
  },
};
