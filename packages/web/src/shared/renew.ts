const KEPT = "yigong.renewed";
const APART_MS = 60_000;

/** When this tab was last loaded anew for the same reason. */
function lastAt(): number {
  try {
    return Number(sessionStorage.getItem(KEPT) ?? 0);
  } catch {
    // Without a memory of it, it would be loaded again and again.
    return Number.POSITIVE_INFINITY;
  }
}

/**
 * Loads the page anew when a part of it is no longer there: a new version came while it was open.
 * Once a minute at most, so that a part that is missing for another reason says so.
 */
export function renewWhenReplaced(): void {
  addEventListener("vite:preloadError", (event) => {
    const at = Date.now();
    if (at - lastAt() < APART_MS) return;
    try {
      sessionStorage.setItem(KEPT, String(at));
    } catch {
      return;
    }
    event.preventDefault();
    location.reload();
  });
}
