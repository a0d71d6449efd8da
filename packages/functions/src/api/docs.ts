import { readFile } from "node:fs/promises";
import type { Language } from "@yigong/core/language/catalogue.ts";
import { type Context, Hono } from "hono";
import { html } from "hono/html";
import { languageOf } from "../lib/accept-language.ts";

const ASSETS = {
  "swagger-ui.css": "text/css; charset=utf-8",
  "swagger-ui-bundle.js": "text/javascript; charset=utf-8",
} as const;
type Asset = keyof typeof ASSETS;

const isAsset = (name: string): name is Asset => Object.hasOwn(ASSETS, name);

const startOf = (language: Language) =>
  `SwaggerUIBundle({ url: "/api/openapi.json?lang=${language}", dom_id: "#docs", deepLinking: true, persistAuthorization: false });`;

const WORDS = {
  "zh-CN": { title: "义工接口", other: "English", otherLanguage: "en" },
  en: { title: "Yigong API", other: "中文", otherLanguage: "zh-CN" },
} as const;

const asked = (c: Context): Language => languageOf(c.req.query("lang"), c.req.header("accept-language"));
const CSP =
  "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; connect-src 'self'";

/** The API's description to read and try, under `/api/docs`; it loads nothing from elsewhere. Chinese or English by `?lang=`, else by the browser. */
export const docsPage = () =>
  new Hono()
    .get("/", (c) => {
      c.header("content-security-policy", CSP);
      c.header("vary", "accept-language");
      const language = asked(c);
      const { title, other, otherLanguage } = WORDS[language];
      return c.html(html`<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title}</title>
<link rel="stylesheet" href="/api/docs/swagger-ui.css">
</head>
<body><p><a href="/api/docs?lang=${otherLanguage}" lang="${otherLanguage}" hreflang="${otherLanguage}">${other}</a></p><div id="docs"></div>
<script src="/api/docs/swagger-ui-bundle.js"></script><script src="/api/docs/start.js?lang=${language}"></script></body>
</html>`);
    })
    .get("/start.js", (c) => c.body(startOf(asked(c)), 200, { "content-type": "text/javascript; charset=utf-8" }))
    .get("/:asset", async (c) => {
      const name = c.req.param("asset");
      if (!isAsset(name)) return c.notFound();
      const bytes = await readFile(new URL(import.meta.resolve(`swagger-ui-dist/${name}`)));
      return c.body(new Uint8Array(bytes), 200, {
        "content-type": ASSETS[name],
        "cache-control": "public, max-age=3600",
      });
    });
