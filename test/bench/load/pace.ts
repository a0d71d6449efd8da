const ROUNDS = 100_000_000;

/** Milliseconds of a fixed loop on one core: by it, figures of different machines and hours can be compared. */
export function paceMs(): number {
  const began = performance.now();
  let word = 1;
  for (let round = 0; round < ROUNDS; round += 1) {
    word ^= word << 13;
    word ^= word >>> 17;
    word ^= word << 5;
  }
  // The result is used, or the loop would be left out.
  return word === 0 ? Number.NaN : performance.now() - began;
}
