import { counted, manifest, pseudonymOf } from "./award.builder.ts";
import { begin, freeze, rank } from "./move.ts";
import { resultOf } from "./result.ts";
import type * as Run from "./run.ts";

export const ZONE = "Asia/Shanghai";
export const AT = "2027-01-15T01:00:00.000Z";

export const fresh = (): Run.Info =>
  begin({
    key: { year: 2026, run: 1 },
    cause: { kind: "requested", by: "mem_1" },
    announced: { source: "", value: "" },
    definition: "1",
    at: AT,
  });

/** A run that waits for the committee: seven candidates, pseudonyms 1 to 7, best first, and 8 without points. */
export function deciding(): Run.Info {
  const points = [800, 700, 600, 500, 400, 300, 200, 0];
  const result = resultOf(
    manifest(),
    points.map((each, at) => counted(at + 1, { points: each })),
  );
  const { digest, places } = result;
  const counts = { vetoed: 1, preferred: 5, belowFloor: 0, candidates: 7 };
  return rank(freeze(fresh(), { manifest: manifest(), shards: 1 }), { digest, people: 8, places, counts });
}

export const decider = (number: number) => ({ memberId: `mem_${number}`, pseudonym: pseudonymOf(number) });
