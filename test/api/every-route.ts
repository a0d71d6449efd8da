import type { Described, samplesOf } from "./request-samples.ts";

const VERBS = ["get", "post", "put", "patch", "delete"] as const;

/** A route as the API's description has it. */
export interface Route {
  method: string;
  path: string;
  params: { name: string; where: string; required: boolean; schema: Described }[];
  body?: Described;
}

interface Operation {
  parameters?: { name: string; in: string; required?: boolean; schema: Described }[];
  requestBody?: { content: Record<string, { schema: Described }> };
}
/** The part of the API's description that says what its routes are. */
export interface Document {
  components: { schemas: Record<string, Described> };
  paths: Record<string, Partial<Record<(typeof VERBS)[number], Operation>>>;
}

/** Every route, in the order of the description. */
export const routesOf = ({ paths }: Document): Route[] =>
  Object.entries(paths).flatMap(([path, item]) =>
    VERBS.flatMap((verb) => {
      const { parameters = [], requestBody } = item[verb] ?? {};
      if (!item[verb]) return [];
      const body = requestBody?.content["application/json"]?.schema;
      const params = parameters.map(({ name, in: where, required = false, schema }) => ({
        name,
        where,
        required,
        schema,
      }));
      return [{ method: verb.toUpperCase(), path, params, ...(body ? { body } : {}) }];
    }),
  );

const PREFIX: Record<string, string> = { memberId: "mem", activityId: "act", sessionId: "ses", positionId: "pos" };

/** The address of a request that a route might take; `over` replaces parameters of the path, or adds to the query. */
export function addressIn(
  { path, params }: Route,
  { named }: Pick<ReturnType<typeof samplesOf>, "named">,
  over: Record<string, string>,
): string {
  const filled = path.replace(/\{(\w+)\}/g, (_, name: string) => {
    const schema = params.find((param) => param.name === name)?.schema ?? {};
    const prefix = PREFIX[name];
    return encodeURIComponent(
      over[name] ?? String(named(name, prefix ? { type: "string", pattern: `^${prefix}_` } : schema)),
    );
  });
  const demanded = params.filter(({ where, required }) => where === "query" && required);
  const asked = {
    ...Object.fromEntries(demanded.map(({ name, schema }) => [name, String(named(name, schema))])),
    ...over,
  };
  const query = Object.entries(asked).filter(([name]) => !path.includes(`{${name}}`));
  return query.length > 0 ? `${filled}?${new URLSearchParams(query)}` : filled;
}
