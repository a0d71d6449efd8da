import { documentText } from "../lib/document-text.ts";
import type { HttpTable } from "../lib/http-table.ts";
import { countIn, mapIn, oneOfIn, textIn } from "../lib/item-fields.ts";
import type { Item } from "../lib/op.ts";
import { type Reading, recent } from "../lib/reading.ts";
import { chunkOf } from "./client-id.ts";
import type { Dispatches } from "./dispatch.store.ts";
import type { LinkAnswer, Room, SurveyLinks } from "./link.store.ts";
import type { Rowed } from "./link.ts";
import { answeringOf, type Course } from "./taking.ts";

/** What answering by a link asks of the store; the whole store of surveys is one, too. */
export interface AnswerableSurveys {
  get(activityId: string, reading?: Reading): Promise<Course | undefined>;
  links: Pick<SurveyLinks, "behind" | "rowed" | "taken" | "answer">;
  dispatches: Pick<Dispatches, "issueTo">;
}

/**
 * The store of surveys for the public pages' own function, without ElectroDB, the AWS client and schemas.
 *
 * Its rows are those of `survey.row.ts`; `public-page.store.test.ts` holds the two to each other.
 */
export function publicPageSurveys(table: HttpTable): AnswerableSurveys {
  return {
    async get(activityId, reading) {
      const item = await table.get(`activity#${activityId}`, "survey", reading);
      return item && courseOf(mapIn(item, "row"));
    },
    links: {
      async behind(door) {
        const item = await table.get(`surveydoor#${door}`, "row", recent);
        return item && roomOf(item);
      },
      async rowed(hash) {
        const item = await table.get(`surveylink#${hash}`, "row");
        return item && rowedOf(item);
      },
      async taken(activityId, answerKey) {
        const item = await table.get(`activity#${activityId}`, `answer#${answerKey}`, recent);
        return item && submissionOf(item);
      },
      async answer(answer) {
        return answeringOf(await table.put(answerOp(table.name, answer)), answer.submission);
      },
    },
    dispatches: {
      async issueTo(activityId, clientId) {
        const chunk = String(chunkOf(clientId)).padStart(3, "0");
        const item = await table.get(`activity#${activityId}`, `dispatch#${chunk}`, recent);
        return item ? countIn(item, "issue") : 0;
      },
    },
  };
}

function courseOf(row: Item): Course {
  const status = oneOfIn(row, "status", ["open", "closed", "skipped"]);
  return status === "open" ? { status, closesAt: textIn(row, "closesAt") } : { status };
}

const roomOf = (item: Item): Room => ({
  activityId: textIn(item, "activityId"),
  ...(item.title === undefined ? {} : { title: textIn(item, "title") }),
});

const submissionOf = (item: Item): { submission?: string } =>
  item.submission === undefined ? {} : { submission: textIn(item, "submission") };

const rowedOf = (item: Item): Rowed => ({
  hash: textIn(item, "hash"),
  activityId: textIn(item, "activityId"),
  clientId: textIn(item, "clientId"),
  issue: countIn(item, "issue"),
  expiresAt: textIn(item, "expiresAt"),
  state: oneOfIn(item, "state", ["issued", "answered"]),
  ...submissionOf(item),
});

const answerOp = (TableName: string, { activityId, answerKey, given, submission }: LinkAnswer) => ({
  Put: {
    TableName,
    Item: {
      ...{ pk: `activity#${activityId}`, sk: `answer#${answerKey}`, __edb_e__: "answer", __edb_v__: "1" },
      ...{ activityId, answerKey, row: documentText(given), submission },
    },
    ConditionExpression: "attribute_not_exists(#pk)",
    ExpressionAttributeNames: { "#pk": "pk" },
  },
});
