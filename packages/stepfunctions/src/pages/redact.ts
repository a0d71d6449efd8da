/** A task token of this engine, anywhere in a text. */
const engineToken = /sfn1\.[0-9a-z]{1,11}-[0-9a-z]{1,11}-[0-9a-z]{1,11}-[A-Za-z0-9_-]{24}/g;
/** Names of fields whose value is a token: `token`, `taskToken`, `TaskToken`. */
const tokenField = /token$/i;
/** Shorter values of such a field are hidden in that field only, since they may occur elsewhere by chance. */
const minSearchedLength = 8;
/** How many levels of JSON in strings in JSON are parsed. */
const maxJsonNesting = 6;

/** Removes task tokens from what is shown: a token is a credential to answer its task. */
export interface Redaction {
  /** Collects the tokens in JSON text, so that copies of them under other names are hidden too. */
  learn(text: string): void;
  /** JSON text indented, with JSON in strings expanded and without tokens; other text only without tokens. */
  json(text: string): string;
  text(text: string): string;
}

/** Second line of defence for a whole page: also covers names and addresses. */
export const withoutTokens = (shown: string, placeholder: string): string => shown.replaceAll(engineToken, placeholder);

/** @param placeholder - replaces a token */
export function openRedaction(placeholder: string): Redaction {
  const known = new Set<string>();

  const text = (shown: string): string => {
    let rest = withoutTokens(shown, placeholder);
    for (const token of known) rest = rest.replaceAll(token, placeholder);
    return rest;
  };
  const addToken = (value: unknown): void => {
    if (typeof value === "string" && value.length >= minSearchedLength && !parsedObject(value)) known.add(value);
    walk(value, addToken);
  };
  const collectTokens = (value: unknown, depth = 0): void => {
    const nested = typeof value === "string" && depth < maxJsonNesting ? parsedObject(value) : undefined;
    if (nested) collectTokens(nested, depth + 1);
    else walk(value, (inner, key) => (tokenField.test(key) ? addToken(inner) : collectTokens(inner, depth)));
  };
  const redacted = (value: unknown, depth = 0): unknown => {
    if (typeof value === "string") {
      const nested = depth < maxJsonNesting ? parsedObject(value) : undefined;
      return nested ? redacted(nested, depth + 1) : text(value);
    }
    if (Array.isArray(value)) return value.map((inner) => redacted(inner, depth));
    if (typeof value !== "object" || value === null) return value;
    return Object.fromEntries(
      Object.entries(value).map(([key, inner]) => {
        const hidden = tokenField.test(key) && inner !== null;
        return [text(key), hidden ? placeholder : redacted(inner, depth)];
      }),
    );
  };
  return {
    learn: (given) => collectTokens(parsed(given)),
    json: (given) => {
      const value = parsed(given);
      return value === undefined ? text(given) : text(JSON.stringify(redacted(value), null, 2));
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

/** The list or object that a string contains as JSON text. */
function parsedObject(text: string): object | undefined {
  if (!/^\s*[[{]/.test(text)) return undefined;
  const value = parsed(text);
  return typeof value === "object" && value !== null ? value : undefined;
}
