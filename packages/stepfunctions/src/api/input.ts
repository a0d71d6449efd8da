import { Fault } from "../lib/fault.ts";
import { isObject, type JsonObject } from "../lib/json.ts";

/** Reads a request's fields. @throws {Fault} ValidationException for a missing field or one of the wrong type */
export function readInput(input: unknown): Input {
  if (!isObject(input)) throw new Fault("ValidationException", "The request must be a JSON object");
  return new Input(input);
}

export class Input {
  readonly #fields: JsonObject;

  constructor(fields: JsonObject) {
    this.#fields = fields;
  }

  optional(name: string): string | undefined {
    const value = this.#fields[name];
    if (value === undefined || value === null) return undefined;
    if (typeof value === "string") return value;
    throw new Fault("ValidationException", `'${name}' must be a string`);
  }

  text(name: string): string {
    const value = this.optional(name);
    if (value !== undefined && value !== "") return value;
    throw new Fault(
      "ValidationException",
      `Value null at '${name}' failed to satisfy constraint: Member must not be null`,
    );
  }

  whole(name: string, { least, most, otherwise }: { least: number; most: number; otherwise: number }): number {
    const value = this.#fields[name] ?? otherwise;
    if (typeof value === "number" && Number.isInteger(value) && value >= least && value <= most) return value;
    throw new Fault("ValidationException", `'${name}' must be an integer from ${least} to ${most}`);
  }

  flag(name: string, otherwise: boolean): boolean {
    const value = this.#fields[name] ?? otherwise;
    if (typeof value === "boolean") return value;
    throw new Fault("ValidationException", `'${name}' must be a boolean`);
  }

  raw(name: string): JsonObject[string] | undefined {
    return this.#fields[name];
  }
}

/** An instant in AWS JSON: seconds since the epoch, with a fraction. */
export const seconds = (at: number): number => at / 1000;

/** Cursor of a paged list. */
export const pageToken = {
  make: (parts: readonly (number | string)[]): string => Buffer.from(JSON.stringify(parts)).toString("base64url"),
  read(token: string | undefined, length: number): (number | string)[] | undefined {
    if (token === undefined) return undefined;
    try {
      const parts = JSON.parse(Buffer.from(token, "base64url").toString()) as unknown;
      if (Array.isArray(parts) && parts.length === length) return parts as (number | string)[];
    } catch {
      // thrown below, as for a token of the wrong length
    }
    throw new Fault("InvalidToken", `Invalid Token: '${token}'`);
  },
};
