const EXPRESSION = /^(?:\w*Expression|Statement)$/;

/**
 * Whether a request has an expression with a character beyond ASCII, which ends dynoxide before 1.3.0.
 * @source GHSA-gwhp-7jch-7xj6
 *
 * No client of ours writes one: names and values travel through placeholders.
 */
export function mayEndStore(body: Buffer): boolean {
  const text = body.toString("utf8");
  // Most requests have neither, which is found without taking them apart.
  if (!/[^\t\n\r\x20-\x7e]|\\u/.test(text) || !/Expression|Statement|\\u/.test(text)) return false;
  try {
    return hasHarmful(JSON.parse(text));
  } catch {
    // Not JSON: the store says so itself.
    return false;
  }
}

/** Only a text under such a name is an expression: attribute values are objects there. */
function hasHarmful(value: unknown): boolean {
  const open: unknown[] = [value];
  for (let one = open.pop(); one !== undefined; one = open.pop()) {
    if (one === null || typeof one !== "object") continue;
    for (const [name, inner] of Object.entries(one))
      if (typeof inner === "string" && EXPRESSION.test(name) && /[^\t\n\r\x20-\x7e]/.test(inner)) return true;
      else if (typeof inner === "object" && inner !== null) open.push(inner);
  }
  return false;
}
