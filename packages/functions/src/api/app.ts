import { OpenAPIHono } from "@hono/zod-openapi";
import { MOST_FILE_BYTES } from "@yigong/core/roster/columns.ts";
import type { Hono, Schema } from "hono";
import { bodyLimit } from "hono/body-limit";
import { secureHeaders } from "hono/secure-headers";
import { languageOf } from "../lib/accept-language.ts";
import { edgeRefusal } from "../lib/edge.refusals.ts";
import type { Env } from "../lib/edge.ts";
import { entityTags } from "../lib/entity-tag.ts";
import { refuseHostileInput } from "../lib/hostile-input.ts";
import type { Reader } from "../lib/reader.ts";
import type { Observe } from "../observe/observe.ts";
import { docsPage } from "./docs.ts";
import { observeRequests } from "./observe-requests.ts";
import { openApiDocument } from "./openapi-document.ts";
import { inLanguage } from "./openapi-language.ts";
import { onError, problem } from "./problem.ts";

const JSON_BYTES = 512 * 1024;
/** A file and the form around it. What Lambda carries: 6 MB, a third of which is the form in which bytes travel. @source AWS Lambda Developer Guide, Quotas */
const UPLOAD_BYTES = MOST_FILE_BYTES + 64 * 1024;
const UPLOADS = "/api/v1/imports";

export interface AppDeps<S extends Schema> {
  /** What is under `/api/v1`. */
  v1: OpenAPIHono<Env, S, "/">;
  /** Pages for people without an account, with rules of their own. */
  pages: Hono;
  observe: Observe;
  /** What problem documents are told with. */
  reader?: Reader;
  /** Names a request that the platform has not named. */
  newRequestId: () => string;
}

/** The whole HTTP surface: API, its description, and pages for served clients. */
export function app<S extends Schema>({ v1, pages, observe, reader, newRequestId }: AppDeps<S>) {
  const root = new OpenAPIHono();
  root.onError(onError((error, route) => observe.fault(`request ${route}`, error), reader));
  root.notFound((c) => problem(c, edgeRefusal("route.missing")));
  root.use("*", observeRequests({ observe, newRequestId }));
  root.use("/api/*", secureHeaders());
  root.use("/api/*", async (c, next) => {
    const maxSize = c.req.path === UPLOADS ? UPLOAD_BYTES : JSON_BYTES;
    return bodyLimit({ maxSize, onError: () => tooLarge(maxSize) })(c, next);
  });
  root.use("/api/*", refuseHostileInput);
  root.get("/api/openapi.json", (c) => c.json(inLanguage(openApiDocument(v1), languageOf(c.req.query("lang"), "en"))));
  root.route("/api/docs", docsPage());
  root.get("/api/health", (c) => c.json({ ok: true }));
  root.use("/api/v1/*", entityTags);
  root.route("/api/v1", v1);
  root.route("/", pages);
  return root;
}

const tooLarge = (maxSize: number): never => {
  if (maxSize === UPLOAD_BYTES) throw edgeRefusal("input.too_large/file");
  throw edgeRefusal("input.too_large", { bytes: maxSize });
};
