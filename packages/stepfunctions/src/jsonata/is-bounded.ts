import type { Compiled } from "./compile.ts";

/** Functions whose cost is about the size of what they are given, and which give no more than that back. */
const linear = new Set(
  `abs average boolean ceil contains count exists floor formatBase formatInteger formatNumber fromMillis hash keys length
   lookup lowercase max millis min not now number parse parseInteger partition power random range round split sqrt string
   substring substringAfter substringBefore sum toMillis trim type uppercase uuid error assert`.split(/\s+/),
);
const wild = new Set(["lambda", "regex", "transform", "partial", "apply", "descendant", "parent", "sort"]);

interface Node {
  readonly type?: string;
  readonly value?: unknown;
  readonly [field: string]: unknown;
}

const verdicts = new WeakMap<Compiled, boolean>();

/** Whether an expression may be tried on the main thread: nothing in it can run or grow far without the meter noticing.
 * The rest (functions as values, regular expressions, ranges, what builds lists from lists) goes to the worker. */
export function isTame(compiled: Compiled): boolean {
  const known = verdicts.get(compiled);
  if (known !== undefined) return known;
  const verdict = check(compiled.ast() as unknown as Node, false);
  verdicts.set(compiled, verdict);
  return verdict;
}

function check(node: Node, inBinding: boolean): boolean {
  const { type, value } = node;
  if (type !== undefined && wild.has(type)) return false;
  if (type === "function" && !isLinearCall(node)) return false;
  if (value === ".." || (inBinding && grows(node))) return false;
  const inside = inBinding || type === "bind";
  return Object.entries(node).every(([field, child]) => field === "procedure" || every(child, inside));
}

function every(child: unknown, inBinding: boolean): boolean {
  if (Array.isArray(child)) return child.every((each) => every(each, inBinding));
  return typeof child !== "object" || child === null || check(child as Node, inBinding);
}

function isLinearCall(node: Node): boolean {
  const procedure = node.procedure as Node | undefined;
  return procedure?.type === "variable" && typeof procedure.value === "string" && linear.has(procedure.value);
}

/** Inside `:=` these could double a value again and again. */
const grows = ({ type, value }: Node): boolean =>
  (type === "unary" && (value === "[" || value === "{")) || (type === "binary" && value === "&");
