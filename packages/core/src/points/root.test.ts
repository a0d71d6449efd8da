import { describe, expect, it } from "vitest";
import { account, days } from "./root.builder.ts";
import { headsDigest, lengthsAt, seal } from "./root.ts";

describe("a root of the ledger", () => {
  it("is the same in whatever order the accounts come", () => {
    const accounts = [account("b", 2), account("a", 1), account("c", 3)];

    expect(headsDigest(accounts)).toBe(headsDigest(accounts.toReversed()));
  });

  it("lists the chains that grew since the one before, and all of them every thirtieth time", () => {
    const roots = days(31);

    expect(roots[0]).toMatchObject({
      root: { n: 1, full: true },
      moved: [
        ["a", 1],
        ["b", 1],
      ],
    });
    expect(roots[1]).toMatchObject({ root: { n: 2, full: false, accounts: 2, entries: 3 }, moved: [["a", 2]] });
    expect(roots[30]).toMatchObject({
      root: { n: 31, full: true },
      moved: [
        ["a", 31],
        ["b", 1],
      ],
    });
  });

  it("is another when the one before it is another", () => {
    const [first, second] = days(2);
    const changed = first && { last: { ...first, hash: "f".repeat(64) }, lengths: lengthsAt([first]) };
    const again = seal([account("a", 2), account("b", 1)], {
      before: changed,
      day: "2026-09-01",
      at: "2026-09-01T00:00:00.000Z",
    });

    expect(again.root).toEqual(second?.root);
    expect(again.hash).not.toBe(second?.hash);
  });
});
