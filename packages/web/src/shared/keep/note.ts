const PREFIX = "yigong:typed:";

/**
 * What was typed just now, held where a page can write at once: the phone's database answers later, and what is on its
 * way to it is lost when the page is closed or loaded anew. A browser that keeps nothing is no fault.
 */
export function note(key: string, value: object): void {
  try {
    localStorage.setItem(PREFIX + key, JSON.stringify(value));
  } catch {
    // No room, or a browser that keeps nothing: the database may still have it.
  }
}

export function noted(key: string): object | undefined {
  try {
    const held: unknown = JSON.parse(localStorage.getItem(PREFIX + key) ?? "null");
    return typeof held === "object" && held !== null ? held : undefined;
  } catch {
    return undefined;
  }
}

export function dropNote(key: string): void {
  try {
    localStorage.removeItem(PREFIX + key);
  } catch {
    // Nothing was kept.
  }
}
