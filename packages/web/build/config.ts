import { fileURLToPath } from "node:url";
import type { InlineConfig } from "vite";
import { usedWords } from "./used-words.ts";

export const ROOT = fileURLToPath(new URL("../", import.meta.url));

export const APPS = ["phone", "console"] as const;
export type App = (typeof APPS)[number];

/** What each app's pages run in, and what React is there. */
const KINDS = {
  phone: {
    // The phones inside WeCom, DingTalk, Feishu and WeChat: Chromium 86 and iOS 14 are the oldest that are still met.
    target: ["es2020", "chrome86", "safari14"],
    // Sources are React, what ships is Preact.
    alias: [
      { find: /^react\/jsx-runtime$/, replacement: "preact/jsx-runtime" },
      { find: /^react-dom\/client$/, replacement: "preact/compat/client" },
      { find: /^react(-dom)?$/, replacement: "preact/compat" },
      { find: /^use-sync-external-store(\/shim)?(\/index\.js)?$/, replacement: "preact/compat" },
    ],
  },
  // Ant Design 6 styles with `:where` and variables, which office browsers have since these.
  console: { target: ["es2022", "chrome99", "safari15.4", "firefox97"], alias: [] },
} satisfies Record<App, { target: string[]; alias: { find: RegExp; replacement: string }[] }>;

/** Tables come with the buttons, which every page has: most pages are a list, and none should wait for it by itself. */
const KIT = { name: "kit", test: /node_modules\/(antd\/es\/(button|table)|@rc-component\/table)\// };

/** How an app's pages are built; both go to one folder, each with a manifest of its own. */
export const configOf = (app: App): InlineConfig => ({
  root: ROOT,
  configFile: false,
  logLevel: "warn",
  base: "/",
  define: { "process.env.NODE_ENV": '"production"' },
  resolve: { alias: KINDS[app].alias },
  plugins: [usedWords([`${ROOT}src/${app}`, `${ROOT}src/shared`])],
  build: {
    outDir: "dist",
    assetsDir: "assets",
    target: KINDS[app].target,
    // The pages' policy allows no inline script; browsers without `modulepreload` load a moment later.
    modulePreload: { polyfill: false },
    assetsInlineLimit: 0,
    emptyOutDir: false,
    manifest: `.vite/${app}.json`,
    reportCompressedSize: false,
    chunkSizeWarningLimit: 2000,
    rolldownOptions: {
      input: { [app]: `${ROOT}${app}.html` },
      ...(app === "console" ? { output: { codeSplitting: { groups: [KIT] } } } : {}),
      // Nothing here runs on a server, so what those directives would keep apart is one bundle.
      onwarn: (warning, warn) => (warning.code === "MODULE_LEVEL_DIRECTIVE" ? undefined : warn(warning)),
    },
  },
});
