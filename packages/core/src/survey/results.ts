import * as z from "zod";
import { answeredOf, type HappinessTally, type Scale, sumOf, type Tally } from "./tally.ts";

/** Below this many answers nothing is shown of them. @source docs/domain.md PIPL */
export const FEWEST_SHOWN = 5;

const Count = z.int().nonnegative();

/** A share as it is shown, with what it was made of. */
export const Share = z.object({ n: Count, of: Count, percent: z.string() });
export type Share = z.infer<typeof Share>;

const Scored = z.object({ n: Count, sum: Count, steps: z.array(Count) });
const Recommend = z.object({
  n: Count,
  promoters: Count,
  detractors: Count,
  /** Promoters less detractors in points of a hundred, with the 95 % interval around it. */
  score: z.int(),
  interval: z.tuple([z.int(), z.int()]),
});

/** What may be seen of a survey. A part is absent when fewer than five answered it. */
export const Results = z.object({
  csat: Share.optional(),
  satisfaction: Scored.optional(),
  solved: z.object({ n: Count, yes: Count, partly: Count, no: Count }).optional(),
  attitude: Scored.optional(),
  punctuality: Scored.optional(),
  recommend: Recommend.optional(),
  channels: z.object({ link: Share.optional(), phone: Share.optional(), paper: Share.optional() }).optional(),
});
export type Results = z.infer<typeof Results>;

/** What may be seen of the volunteers' happiness. */
export const HappinessResults = z.object({ top: Share.optional(), score: Scored.optional() });
export type HappinessResults = z.infer<typeof HappinessResults>;

/** A share with one decimal, rounded half up in whole numbers. */
export function shareOf(n: number, of: number): Share {
  if (of <= 0 || n < 0 || n > of) throw new RangeError(`${n} of ${of} is no share`);
  const tenths = Math.floor((2000 * n + of) / (2 * of));
  return { n, of, percent: `${Math.floor(tenths / 10)}.${tenths % 10}%` };
}

const shown = <Made>(n: number, make: () => Made): Made | undefined => (n >= FEWEST_SHOWN ? make() : undefined);

const scoredOf = (scale: Scale) =>
  shown(answeredOf(scale), () => ({ n: answeredOf(scale), sum: sumOf(scale), steps: [...scale] }));

const topOf = (scale: Scale): number => (scale[3] ?? 0) + (scale[4] ?? 0);

const csatOf = (scale: Scale) => shown(answeredOf(scale), () => shareOf(topOf(scale), answeredOf(scale)));

function recommendOf(scale: Scale): z.infer<typeof Recommend> {
  const n = answeredOf(scale);
  const promoters = answeredOf(scale.slice(9));
  const detractors = answeredOf(scale.slice(0, 7));
  const mean = (promoters - detractors) / n;
  const margin = 1.96 * Math.sqrt(((promoters + detractors) / n - mean * mean) / n);
  const points = (share: number) => Math.max(-100, Math.min(100, Math.round(100 * share)));
  return { n, promoters, detractors, score: points(mean), interval: [points(mean - margin), points(mean + margin)] };
}

/** By channel, only when every channel that was used has five answers: the total less one shows the other. */
function channelsOf({ channels }: Tally): Results["channels"] {
  const used = Object.entries(channels).flatMap(([channel, of]) =>
    of !== undefined && of.n > 0 ? [[channel, of] as const] : [],
  );
  if (used.length < 2 || used.some(([, { n }]) => n < FEWEST_SHOWN)) return undefined;
  return Object.fromEntries(used.map(([channel, { top, n }]) => [channel, shareOf(top, n)]));
}

/**
 * Decides what may be seen of the answers: nothing below five, and no part from which fewer than five can be worked out.
 *
 * CSAT is the share of the two best of five steps.
 * @source docs/domain.md PIPL
 */
export function resultsOf(tally: Tally): Results {
  const { yes, partly, no } = tally.solved;
  return {
    csat: csatOf(tally.satisfaction),
    satisfaction: scoredOf(tally.satisfaction),
    solved: shown(yes + partly + no, () => ({ n: yes + partly + no, yes, partly, no })),
    attitude: scoredOf(tally.attitude),
    punctuality: scoredOf(tally.punctuality),
    recommend: shown(answeredOf(tally.recommend), () => recommendOf(tally.recommend)),
    channels: channelsOf(tally),
  };
}

/** Decides what may be seen of the volunteers' happiness, by the same rule. @source docs/domain.md F2 */
export const happinessResultsOf = ({ score }: HappinessTally): HappinessResults => ({
  top: csatOf(score),
  score: scoredOf(score),
});
