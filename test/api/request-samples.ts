/** The part of JSON Schema that the API's description uses. */
export interface Described {
  $ref?: string;
  type?: string | string[];
  enum?: unknown[];
  const?: unknown;
  format?: string;
  pattern?: string;
  minLength?: number;
  minimum?: number;
  exclusiveMinimum?: number;
  minItems?: number;
  items?: Described;
  properties?: Record<string, Described>;
  required?: string[];
  additionalProperties?: boolean | Described;
  anyOf?: Described[];
  oneOf?: Described[];
  allOf?: Described[];
}

/** Ids that exist, by their prefix such as `act`. */
export type Known = Readonly<Record<string, string>>;

const STRINGS: Record<string, string> = {
  "date-time": "2026-09-12T01:00:00.000Z",
  date: "2026-09-12",
  email: "somebody@example.com",
  uri: "https://yigong.example/",
};

/** Texts whose form is in a pattern or in a rule, by the name of their field. */
const NAMED: Record<string, string> = {
  employeeNumber: "000877",
  mobile: "13800000000",
  email: "somebody@example.com",
  code: "123456",
  clientId: "cli_0001",
  entryId: "ent_1",
  owner: "committee",
  reference: `msg_${"0".repeat(26)}.mem_${"0".repeat(26)}`,
  role: "organizer",
  startTime: "09:00",
};

/** An id of a session or of a token. */
const DIGEST = "^[0-9a-f]{64}$";

const textOf = ({ format, pattern, minLength = 1 }: Described, known: Known): string => {
  const [, prefix] = /^\^([a-z]+)_/.exec(pattern ?? "") ?? [];
  if (pattern === DIGEST) return "0".repeat(64);
  if (prefix) return known[prefix] ?? `${prefix}_${"0".repeat(26)}`;
  return (
    STRINGS[format ?? ""] ?? "义工活动的说明与理由".repeat(Math.ceil(minLength / 10)).slice(0, Math.max(minLength, 10))
  );
};

/** Makes values that a description takes, as far as it says what that is. */
export function samplesOf(components: Record<string, Described>, known: Known) {
  const resolve = (schema: Described): Described =>
    schema.$ref ? resolve(components[schema.$ref.split("/").at(-1) ?? ""] ?? {}) : schema;

  function sample(given: Described): unknown {
    const schema = resolve(given);
    if (schema.const !== undefined) return schema.const;
    if (schema.enum) return schema.enum[0];
    const [chosen] = schema.anyOf ?? schema.oneOf ?? [];
    if (chosen) return sample(chosen);
    if (schema.allOf) return Object.assign({}, ...schema.allOf.map(sample));
    const type = Array.isArray(schema.type) ? schema.type[0] : schema.type;
    if (type === "object") return objectOf(schema);
    if (type === "array")
      return Array.from({ length: Math.max(1, schema.minItems ?? 0) }, () => sample(schema.items ?? {}));
    if (type === "integer" || type === "number") return schema.minimum ?? (schema.exclusiveMinimum ?? 0) + 1;
    if (type === "boolean") return true;
    return type === "null" ? null : textOf(schema, known);
  }
  const objectOf = ({ properties = {} }: Described) =>
    Object.fromEntries(Object.entries(properties).map(([name, schema]) => [name, named(name, schema)]));
  /** A value of a field, or of a parameter. */
  const named = (name: string, schema: Described): unknown => {
    const value = sample(schema);
    return typeof value === "string" && resolve(schema).enum === undefined ? (NAMED[name] ?? value) : value;
  };

  return { resolve, sample, named };
}

/** Every place in a value, the value itself first. */
export function placesIn(value: unknown, path: readonly (string | number)[] = []): (readonly (string | number)[])[] {
  if (typeof value !== "object" || value === null) return [path];
  return [path, ...Object.entries(value).flatMap(([key, each]) => placesIn(each, [...path, key]))];
}

/** A value with another in one place. */
export function replaced(value: unknown, [key, ...rest]: readonly (string | number)[], by: unknown): unknown {
  if (key === undefined) return by;
  const copy: unknown = Array.isArray(value) ? [...value] : { ...(value as object) };
  const holder = copy as Record<string | number, unknown>;
  holder[key] = replaced(holder[key], rest, by);
  return copy;
}
