import type { Compiled } from "./compile.ts";

/** Functions whose cost and result are about linear in the size of their arguments. */
const linear = new Set(
  `abs average boolean ceil contains count exists floor formatBase formatInteger formatNumber fromMillis hash keys length
   lookup lowercase max millis min not now number parse parseInteger partition power random range round split sqrt string
   substring substringAfter substringBefore sum toMillis trim type uppercase uuid error assert`.split(/\s+/),
);
const unbounded = new Set(["lambda", "regex", "transform", "partial", "apply", "descendant", "parent", "sort"]);

interface Node {
  readonly type?: string;
  readonly value?: unknown;
  readonly [field: string]: unknown;
}

const verdicts = new WeakMap<Compiled, boolean>();

/** Whether an expression may be evaluated on the main thread: no part of it can use much time or memory between two
 * checks of the budget. Functions as values, regular expressions, ranges and lists built from lists can. */
export function isBounded(compiled: Compiled): boolean {
  const known = verdicts.get(compiled);
  if (known !== undefined) return known;
  const verdict = check(compiled.ast() as unknown as Node, false);
  verdicts.set(compiled, verdict);
  return verdict;
}

function check(node: Node, inBinding: boolean): boolean {
  const { type, value } = node;
  if (type !== undefined && unbounded.has(type)) return false;
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

/** Inside `:=` these can double a value at each step. */
const grows = ({ type, value }: Node): boolean =>
  (type === "unary" && (value === "[" || value === "{")) || (type === "binary" && value === "&");
