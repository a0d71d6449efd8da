/** As much of a JSON schema as a route's description uses. */
export interface JsonSchema {
  $ref?: string;
  type?: string | string[];
  const?: unknown;
  enum?: unknown[];
  anyOf?: JsonSchema[];
  oneOf?: JsonSchema[];
  allOf?: JsonSchema[];
  properties?: Record<string, JsonSchema>;
  required?: string[];
  items?: JsonSchema;
  minItems?: number;
  minLength?: number;
  minimum?: number;
  exclusiveMinimum?: number;
  format?: string;
  pattern?: string;
}

const FORMATS: Record<string, string> = {
  "date-time": "2026-12-01T02:00:00.000Z",
  date: "2026-12-01",
  uri: "https://yigong.example/",
  email: "a@yigong.example",
};

function textOf({ format, pattern, minLength = 1 }: JsonSchema): string {
  const [, prefix] = /^\^(\w+)_/.exec(pattern ?? "") ?? [];
  if (prefix !== undefined) return `${prefix}_${"0".repeat(25)}1`;
  if (pattern?.includes("[0-9]{6}") || pattern?.includes("\\d{6}")) return "123456";
  return FORMATS[format ?? ""] ?? "事".repeat(Math.max(minLength, 1));
}

/**
 * The smallest value that a schema of the API's description takes, so that a test can call every route. What only a
 * refinement says, such as that one instant is after another, is not known here.
 */
export function sampleOf(schema: JsonSchema, named: Readonly<Record<string, JsonSchema>>): unknown {
  const of = (one: JsonSchema) => sampleOf(one, named);
  if (schema.$ref !== undefined) return of(named[schema.$ref.split("/").at(-1) ?? ""] ?? {});
  if (schema.const !== undefined) return schema.const;
  if (schema.enum) return schema.enum[0];
  if (schema.allOf) return Object.assign({}, ...schema.allOf.map(of));
  const [choice] = schema.anyOf ?? schema.oneOf ?? [];
  if (choice) return of(choice);
  const type = Array.isArray(schema.type) ? schema.type[0] : schema.type;
  if (type === "object" || schema.properties)
    return Object.fromEntries((schema.required ?? []).map((name) => [name, of(schema.properties?.[name] ?? {})]));
  if (type === "array") return Array.from({ length: schema.minItems ?? 0 }, () => of(schema.items ?? {}));
  if (type === "string") return textOf(schema);
  if (type === "boolean") return true;
  if (type === "integer" || type === "number") return schema.minimum ?? (schema.exclusiveMinimum ?? -1) + 1;
  return undefined;
}
