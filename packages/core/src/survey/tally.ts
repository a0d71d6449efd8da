import * as z from "zod";
import type { Given, Happiness } from "./question.ts";

const Count = z.int().nonnegative();
const Scale = z.array(Count);

/** Answers to one scale: how many chose each step, lowest first. */
export type Scale = z.infer<typeof Scale>;

const ByChannel = z.object({ n: Count, top: Count });

/** What the answers come to, in whole numbers. Never shown as it is: `resultsOf` decides what may be seen. */
export const Tally = z.object({
  satisfaction: Scale.length(5),
  solved: z.object({ yes: Count, partly: Count, no: Count }),
  attitude: Scale.length(5),
  punctuality: Scale.length(5),
  recommend: Scale.length(11),
  comments: Count,
  /** Without `paper` nothing came on paper. */
  channels: z.object({ link: ByChannel, phone: ByChannel, paper: ByChannel.optional() }),
});
export type Tally = z.infer<typeof Tally>;

/** What the volunteers' answers come to. */
export const HappinessTally = z.object({ score: Scale.length(5), comments: Count });
export type HappinessTally = z.infer<typeof HappinessTally>;

const zeros = (steps: number): number[] => Array.from({ length: steps }, () => 0);

const count = (scale: number[], step: number | undefined, lowest: number): void => {
  if (step !== undefined) scale[step - lowest] = (scale[step - lowest] ?? 0) + 1;
};

/** Adds answers up; their order does not matter. */
export function tallyOf(given: readonly Given[]): Tally {
  const tally: Tally = {
    satisfaction: zeros(5),
    solved: { yes: 0, partly: 0, no: 0 },
    attitude: zeros(5),
    punctuality: zeros(5),
    recommend: zeros(11),
    comments: 0,
    channels: { link: { n: 0, top: 0 }, phone: { n: 0, top: 0 } },
  };
  for (const { answer, channel } of given) {
    count(tally.satisfaction, answer.satisfaction, 1);
    count(tally.attitude, answer.attitude, 1);
    count(tally.punctuality, answer.punctuality, 1);
    count(tally.recommend, answer.recommend, 0);
    if (answer.solved) tally.solved[answer.solved] += 1;
    if (answer.comment) tally.comments += 1;
    const of = tally.channels[channel] ?? { n: 0, top: 0 };
    tally.channels[channel] = { n: of.n + 1, top: of.top + (answer.satisfaction >= 4 ? 1 : 0) };
  }
  return tally;
}

/** Adds the volunteers' answers up. */
export function happinessTallyOf(answers: readonly Happiness[]): HappinessTally {
  const tally: HappinessTally = { score: zeros(5), comments: 0 };
  for (const { score, comment } of answers) {
    count(tally.score, score, 1);
    if (comment) tally.comments += 1;
  }
  return tally;
}

/** How many answered a scale. */
export const answeredOf = (scale: Scale): number => scale.reduce((sum, steps) => sum + steps, 0);

/** The sum of the scores of a scale from 1 up. */
export const sumOf = (scale: Scale): number => scale.reduce((sum, steps, index) => sum + steps * (index + 1), 0);
