import type { Table } from "../lib/table.ts";
import type { Happiness } from "./question.ts";
import { surveyRefusal } from "./survey.refusals.ts";
import { happinessDocuments } from "./survey.row.ts";
import { type HappinessTally, happinessTallyOf } from "./tally.ts";

/** How happy the volunteers of an activity were. A row tells neither who nor when. */
export interface HappinessAnswers {
  /** Takes one answer for each key. @throws `happiness.answered` */
  add(activityId: string, happinessKey: string, answer: Happiness): Promise<void>;
  /** Whether there is an answer under this key. */
  has(activityId: string, happinessKey: string): Promise<boolean>;
  tally(activityId: string): Promise<HappinessTally>;
}

export function dynamoHappinessAnswers(table: Table): HappinessAnswers {
  const rows = happinessDocuments(table);
  return {
    async add(activityId, happinessKey, answer) {
      if (!(await rows.create({ activityId, happinessKey, row: answer }))) throw surveyRefusal("happiness.answered");
    },
    has: async (activityId, happinessKey) => (await rows.find({ activityId, happinessKey })) !== undefined,
    async tally(activityId) {
      const answers = await rows.all("key", { activityId }, { limit: 1000 });
      return happinessTallyOf(answers.map(({ row }) => row));
    },
  };
}
