import { isDeepStrictEqual } from "node:util";
import { endOf, playKilled } from "./demo.ts";

const wanted = Number(process.argv[2] ?? 50);
const say = (line: string) => process.stdout.write(`${line}\n`);
const random = (from: number, to: number) => Math.round(from + Math.random() * (to - from));

const { report } = await playKilled([]);
const expected = endOf(report);
let kills = 0;
let different = 0;
let orphans = 0;
while (kills < wanted) {
  // Starting takes a second or two; some moments lie in it, most in the story.
  const moments = Array.from({ length: Math.min(12, wanted - kills) }, () => random(300, 4_500));
  const played = await playKilled(moments);
  kills += played.kills;
  orphans += played.orphans;
  if (!isDeepStrictEqual(endOf(played.report), expected)) {
    different += 1;
    say(`different after kills at ${moments.join(", ")} ms: ${JSON.stringify(endOf(played.report))}`);
  }
  say(`${kills} kills, ${different} different ends, ${orphans} orphans`);
}
process.exitCode = different + orphans > 0 ? 1 : 0;
