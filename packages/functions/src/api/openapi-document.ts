import type { OpenAPIHono } from "@hono/zod-openapi";
import type { Schema } from "hono";
import type { Env } from "../lib/edge.ts";

const DOCUMENT = {
  openapi: "3.1.0",
  info: {
    title: "Yigong",
    version: "1",
    description:
      "How a company's volunteer alliance runs its activities. Errors are RFC 9457 problem documents with a stable `code`, told in the reader's language.",
  },
  servers: [{ url: "/api/v1" }],
};

const PROBLEM = {
  type: "object" as const,
  description: "What went wrong, in the reader's language; programs go by `code`, people read `detail`",
  properties: {
    type: { type: "string" as const },
    title: { type: "string" as const },
    status: { type: "integer" as const },
    code: { type: "string" as const },
    detail: { type: "string" as const },
    errors: {
      type: "array" as const,
      description: "With `input.invalid`: what is wrong in which field",
      items: {
        type: "object" as const,
        properties: {
          path: { type: "string" as const, description: "Such as `sessions.0.startsAt`" },
          field: { type: "string" as const, description: "What people call it" },
          message: { type: "string" as const },
        },
        required: ["path", "field", "message"],
      },
    },
    instance: { type: "string" as const },
    requestId: {
      type: "string" as const,
      description: "To quote to whoever runs the installation; `x-request-id` too",
    },
  },
  required: ["type", "title", "status", "code", "detail", "instance"],
};

const ANY_ERROR = {
  description: "A problem document: nothing was changed, and `code` says why",
  content: { "application/problem+json": { schema: { $ref: "#/components/schemas/Problem" } } },
};

const VERBS = ["get", "post", "put", "patch", "delete"] as const;

interface Described {
  $ref?: string;
  properties?: Record<string, Described>;
  additionalProperties?: unknown;
  items?: Described;
  anyOf?: Described[];
  oneOf?: Described[];
  allOf?: Described[];
}

/** Says of every object that it has no other fields, in a body and in what it refers to: the server refuses them. */
function close(schema: Described, components: Record<string, Described>): void {
  const name = schema.$ref?.split("/").at(-1);
  const target = name === undefined ? schema : components[name];
  if (!target || target.additionalProperties !== undefined) return;
  if (target.properties) target.additionalProperties = false;
  const inner = [...Object.values(target.properties ?? {}), ...(target.items ? [target.items] : [])];
  for (const each of [...inner, ...(target.anyOf ?? []), ...(target.oneOf ?? []), ...(target.allOf ?? [])])
    close(each, components);
}

/** What `/api/openapi.json` says: the routes as they were written down, and the one form that every error has. @source RFC 9457 */
export function openApiDocument<S extends Schema>(v1: OpenAPIHono<Env, S, "/">) {
  const document = v1.getOpenAPI31Document(DOCUMENT);
  for (const path of Object.values(document.paths ?? {}))
    for (const verb of VERBS) {
      const operation = path[verb];
      if (!operation) continue;
      operation.responses = { ...operation.responses, default: ANY_ERROR };
      const content = (operation.requestBody as { content?: Record<string, { schema?: Described }> } | undefined)
        ?.content;
      const schema = content?.["application/json"]?.schema;
      if (schema) close(schema, (document.components?.schemas ?? {}) as Record<string, Described>);
    }
  return {
    ...document,
    components: { ...document.components, schemas: { ...document.components?.schemas, Problem: PROBLEM } },
  };
}
