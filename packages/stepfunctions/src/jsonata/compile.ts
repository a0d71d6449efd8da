import jsonata from "jsonata";
import { addFunctions } from "./aws-functions.ts";
import { addMeter } from "./budget.ts";

export type Compiled = ReturnType<typeof jsonata>;

const cache = new Map<string, Compiled>();
const maxCached = 2000;

/** The JSONata inside `{% … %}`; undefined for a string that is a literal.
 * @source https://docs.aws.amazon.com/step-functions/latest/dg/transforming-data.html */
export function expressionIn(text: string): string | undefined {
  return text.startsWith("{%") && text.endsWith("%}") && text.length >= 4 ? text.slice(2, -2).trim() : undefined;
}

/** Compiles an expression; the compiled form is cached.
 * @throws an object with `code` and `message` when the text is not JSONata */
export function compile(source: string): Compiled {
  const known = cache.get(source);
  if (known) return known;
  const compiled = jsonata(source);
  addFunctions(compiled);
  addMeter(compiled);
  if (cache.size >= maxCached) {
    const oldest = cache.keys().next().value;
    if (oldest !== undefined) cache.delete(oldest);
  }
  cache.set(source, compiled);
  return compiled;
}
