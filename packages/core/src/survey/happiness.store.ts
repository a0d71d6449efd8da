import { Refusal } from "../lib/error.ts";
import { put, type Table, transact } from "../lib/table.ts";
import { Happiness } from "./question.ts";
import { happinessEntity } from "./survey.row.ts";
import { type HappinessTally, happinessTallyOf } from "./tally.ts";

/** How happy the volunteers of an activity were. A row tells neither who nor when. */
export interface HappinessAnswers {
  /** Takes one answer for each key. @throws `happiness.answered` */
  add(activityId: string, happinessKey: string, answer: Happiness): Promise<void>;
  tally(activityId: string): Promise<HappinessTally>;
}

export function dynamoHappinessAnswers(table: Table): HappinessAnswers {
  const rows = happinessEntity(table);
  return {
    async add(activityId, happinessKey, answer) {
      const done = await transact(table, [put(rows.create({ activityId, happinessKey, row: answer }).params())]);
      if (!done.ok) throw new Refusal("conflict", "happiness.answered", "You have answered already. Thank you.");
    },
    async tally(activityId) {
      const { data } = await rows.query.byActivity({ activityId }).go({ consistent: true, limit: 1000, pages: "all" });
      return happinessTallyOf(data.map(({ row }) => Happiness.parse(row)));
    },
  };
}
