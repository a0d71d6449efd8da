import { readFile } from "node:fs/promises";
import { Hono } from "hono";
import { html } from "hono/html";

const ASSETS = {
  "swagger-ui.css": "text/css; charset=utf-8",
  "swagger-ui-bundle.js": "text/javascript; charset=utf-8",
} as const;
type Asset = keyof typeof ASSETS;

const isAsset = (name: string): name is Asset => Object.hasOwn(ASSETS, name);

const START = `SwaggerUIBundle({ url: "/api/openapi.json", dom_id: "#docs", deepLinking: true, persistAuthorization: false });`;
const CSP =
  "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; connect-src 'self'";

/** The API's description to read and try, under `/api/docs`; it loads nothing from elsewhere. */
export const docsPage = () =>
  new Hono()
    .get("/", (c) => {
      c.header("content-security-policy", CSP);
      return c.html(html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>Yigong API</title>
<link rel="stylesheet" href="/api/docs/swagger-ui.css">
</head>
<body><div id="docs"></div>
<script src="/api/docs/swagger-ui-bundle.js"></script><script src="/api/docs/start.js"></script></body>
</html>`);
    })
    .get("/start.js", (c) => c.body(START, 200, { "content-type": "text/javascript; charset=utf-8" }))
    .get("/:asset", async (c) => {
      const name = c.req.param("asset");
      if (!isAsset(name)) return c.notFound();
      const bytes = await readFile(new URL(import.meta.resolve(`swagger-ui-dist/${name}`)));
      return c.body(new Uint8Array(bytes), 200, {
        "content-type": ASSETS[name],
        "cache-control": "public, max-age=3600",
      });
    });
