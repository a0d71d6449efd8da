/** How many letters have to be put in, taken out or replaced to make one text of another. */
function distance(one: string, other: string): number {
  let row = Array.from({ length: other.length + 1 }, (_, at) => at);
  for (const [at, letter] of [...one].entries()) {
    const next = [at + 1];
    for (const [index, against] of [...other].entries())
      next.push(
        Math.min((row[index + 1] ?? 0) + 1, (next[index] ?? 0) + 1, (row[index] ?? 0) + (letter === against ? 0 : 1)),
      );
    row = next;
  }
  return row[other.length] ?? 0;
}

const NAMED = 5;

/** The known names that are nearest to a word, best first; all of them as long as they are few. Remembers each word. */
export function nearestAmong(names: readonly string[]): (word: string) => string[] {
  const remembered = new Map<string, string[]>();
  return (word) => {
    const known = remembered.get(word);
    if (known) return known;
    const ranked = names
      .map((name) => ({ name, far: distance(word.slice(0, 80), name) }))
      .sort((a, b) => a.far - b.far);
    const found = ranked.slice(0, NAMED).map(({ name }) => name);
    remembered.set(word, found);
    return found;
  };
}

/** The known texts that stand before and after a word when all are sorted: cheap for tens of thousands. */
export function neighboursAmong(texts: readonly string[]): (word: string) => string[] {
  const sorted = texts.toSorted();
  return (word) => {
    let [low, high] = [0, sorted.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((sorted[middle] ?? "") < word) low = middle + 1;
      else high = middle;
    }
    return sorted.slice(Math.max(0, low - 2), low + 2);
  };
}
