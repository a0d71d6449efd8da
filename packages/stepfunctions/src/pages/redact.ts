/** A token of this machine's engine, wherever in a text it stands. */
const engineToken = /sfn1\.[0-9a-z]{1,11}-[0-9a-z]{1,11}-[0-9a-z]{1,11}-[A-Za-z0-9_-]{24}/g;
/** Fields that hold a token by their name: `token`, `taskToken`, `TaskToken`. */
const tokenField = /token$/i;
/** Shorter texts under such a name are hidden where they stand, not wherever else they occur. */
const shortestToken = 8;
/** JSON in a string in JSON is read this often, no deeper. */
const deepest = 6;

/** Takes task tokens out of what is shown: whoever reads one could answer the task. */
export interface Redaction {
  /** Notes the tokens in JSON text, so that their copies under other names are found too. */
  learn(text: string): void;
  /** JSON text for people: indented, JSON inside of strings opened, tokens replaced; other text only without tokens. */
  json(text: string): string;
  text(text: string): string;
}

/** A whole page once more without this machine's tokens, wherever they may have come from: names, addresses. */
export const withoutTokens = (shown: string, instead: string): string => shown.replaceAll(engineToken, instead);

/** @param instead - what stands where a token was */
export function openRedaction(instead: string): Redaction {
  const known = new Set<string>();

  const text = (shown: string): string => {
    let rest = withoutTokens(shown, instead);
    for (const token of known) rest = rest.replaceAll(token, instead);
    return rest;
  };
  const note = (value: unknown): void => {
    if (typeof value === "string" && value.length >= shortestToken && !openedOf(value)) known.add(value);
    walk(value, note);
  };
  const find = (value: unknown, depth = 0): void => {
    const opened = typeof value === "string" && depth < deepest ? openedOf(value) : undefined;
    if (opened) find(opened, depth + 1);
    else walk(value, (inner, key) => (tokenField.test(key) ? note(inner) : find(inner, depth)));
  };
  const clean = (value: unknown, depth = 0): unknown => {
    if (typeof value === "string") {
      const opened = depth < deepest ? openedOf(value) : undefined;
      return opened ? clean(opened, depth + 1) : text(value);
    }
    if (Array.isArray(value)) return value.map((inner) => clean(inner, depth));
    if (typeof value !== "object" || value === null) return value;
    return Object.fromEntries(
      Object.entries(value).map(([key, inner]) => {
        const hidden = tokenField.test(key) && inner !== null;
        return [text(key), hidden ? instead : clean(inner, depth)];
      }),
    );
  };
  return {
    learn: (given) => find(parsed(given)),
    json: (given) => {
      const value = parsed(given);
      return value === undefined ? text(given) : text(JSON.stringify(clean(value), null, 2));
    },
    text,
  };
}

function walk(value: unknown, visit: (inner: unknown, key: string) => void): void {
  if (typeof value !== "object" || value === null) return;
  for (const [key, inner] of Object.entries(value)) visit(inner, Array.isArray(value) ? "" : key);
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** The list or object that a string holds as JSON text. */
function openedOf(text: string): object | undefined {
  if (!/^\s*[[{]/.test(text)) return undefined;
  const value = parsed(text);
  return typeof value === "object" && value !== null ? value : undefined;
}
