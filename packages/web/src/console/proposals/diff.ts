/** A stretch of text that stands in both versions, or only in the older or the newer one. */
export interface Part {
  kind: "same" | "gone" | "new";
  text: string;
}

const TOKEN = /\n|[^\S\n]+|[A-Za-z]+|\d+|[\s\S]/gu;

/** Words of Latin script and numbers whole, each Chinese character by itself, as nothing parts their words. */
const tokensOf = (text: string): string[] => text.match(TOKEN) ?? [];

/** How long the longest common subsequence of the rests is, for each pair of rests. */
function lengthsOf(before: Uint16Array, after: Uint16Array): Uint16Array[] {
  const rows = Array.from({ length: before.length + 1 }, () => new Uint16Array(after.length + 1));
  for (let a = before.length - 1; a >= 0; a -= 1) {
    const row = rows[a] ?? new Uint16Array();
    const next = rows[a + 1] ?? row;
    const token = before[a];
    for (let b = after.length - 1; b >= 0; b -= 1) {
      row[b] = token === after[b] ? (next[b + 1] ?? 0) + 1 : Math.max(next[b] ?? 0, row[b + 1] ?? 0);
    }
  }
  return rows;
}

/** Tokens as numbers, equal ones equal: comparing them is most of the work. */
function numbered(before: readonly string[], after: readonly string[]): [Uint16Array, Uint16Array] {
  const ids = new Map<string, number>();
  const idOf = (token: string) => {
    const id = ids.get(token) ?? ids.size;
    ids.set(token, id);
    return id;
  };
  return [Uint16Array.from(before, idOf), Uint16Array.from(after, idOf)];
}

function middle(before: readonly string[], after: readonly string[]): Part[] {
  const lengths = lengthsOf(...numbered(before, after));
  const at = (a: number, b: number) => lengths[a]?.[b] ?? 0;
  const parts: Part[] = [];
  let [a, b] = [0, 0];
  while (a < before.length || b < after.length) {
    if (a < before.length && b < after.length && before[a] === after[b]) {
      parts.push({ kind: "same", text: before[a] ?? "" });
      a += 1;
      b += 1;
    } else if (b >= after.length || (a < before.length && at(a + 1, b) >= at(a, b + 1))) {
      parts.push({ kind: "gone", text: before[a] ?? "" });
      a += 1;
    } else {
      parts.push({ kind: "new", text: after[b] ?? "" });
      b += 1;
    }
  }
  return parts;
}

/** What is the same at both ends, which is most of it, is not compared. */
function commonEnds(before: readonly string[], after: readonly string[]): [head: number, tail: number] {
  const most = Math.min(before.length, after.length);
  let head = 0;
  while (head < most && before[head] === after[head]) head += 1;
  let tail = 0;
  while (tail < most - head && before.at(-1 - tail) === after.at(-1 - tail)) tail += 1;
  return [head, tail];
}

function merged(parts: readonly Part[]): Part[] {
  const all: Part[] = [];
  for (const part of parts) {
    const last = all.at(-1);
    if (last?.kind === part.kind) all[all.length - 1] = { kind: part.kind, text: last.text + part.text };
    else if (part.text !== "") all.push(part);
  }
  return all;
}

/**
 * What changed between two texts, by words.
 *
 * Texts of up to 5,000 characters, whose lengths fit the counters.
 */
export function compare(before: string, after: string): Part[] {
  const [a, b] = [tokensOf(before), tokensOf(after)];
  const [head, tail] = commonEnds(a, b);
  return merged([
    { kind: "same", text: a.slice(0, head).join("") },
    ...middle(a.slice(head, a.length - tail), b.slice(head, b.length - tail)),
    { kind: "same", text: a.slice(a.length - tail).join("") },
  ]);
}
