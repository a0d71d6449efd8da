import * as z from "zod";
import { documents } from "../lib/documents.ts";
import { Rowed } from "./link.ts";
import { Papers } from "./papers.ts";
import { Given, Happiness } from "./question.ts";
import * as Survey from "./survey.ts";

const pk = "activity#${activityId}";

/** The one survey of an activity. */
export const surveyDocuments = documents({
  entity: "survey",
  schema: Survey.Info,
  attributes: { activityId: "string", version: "number" },
  key: { pk, sk: "survey" },
  itemOf: ({ activityId, version }) => ({ activityId, version }),
  first: "key",
});

/** A served client's contact. Short names and no default, because a hundred of them are one item. */
const Compact = z.object({
  n: z.string().exactOptional(),
  m: z.string().exactOptional(),
  e: z.string().exactOptional(),
  l: z.string().exactOptional(),
  /** One of the alliance's contacts, by its id. */
  c: z.string().exactOptional(),
  /** Nobody any more. */
  x: z.literal(1).exactOptional(),
});
export type Compact = z.infer<typeof Compact>;

/** A hundred served clients. Their ids follow from where they stand, so that they cost no room. */
export const servedDocuments = documents({
  entity: "served",
  schema: z.object({ activityId: z.string(), chunk: z.string(), clients: z.array(Compact), version: z.int() }),
  attributes: { activityId: "string", chunk: "string", clients: "json", version: "number" },
  key: { pk, sk: "served#${chunk}" },
  body: "none",
  itemOf: (served) => served,
  first: "key",
});

/** How many forms on paper were handed out without a name. */
export const paperDocuments = documents({
  entity: "surveypapers",
  schema: Papers,
  attributes: { activityId: "string", handedOut: "number", version: "number" },
  key: { pk, sk: "papers" },
  body: "none",
  itemOf: (papers) => papers,
});

/** How far the sending to a hundred clients came. */
export const dispatchDocuments = documents({
  entity: "dispatch",
  schema: z.object({
    activityId: z.string(),
    chunk: z.string(),
    issue: z.int(),
    issued: z.int(),
    unreached: z.array(z.string()),
  }),
  attributes: { activityId: "string", chunk: "string", issue: "number", issued: "number", unreached: "json" },
  key: { pk, sk: "dispatch#${chunk}" },
  body: "none",
  itemOf: (dispatch) => dispatch,
});

/** Behind which activity's survey the links with a door lead. */
export const doorDocuments = documents({
  entity: "surveydoor",
  schema: z.object({ door: z.string(), activityId: z.string(), title: z.string().exactOptional() }),
  attributes: { door: "string", activityId: "string", title: "string?" },
  key: { pk: "surveydoor#${door}", sk: "row" },
  body: "none",
  itemOf: (door) => door,
});

/** A link that has a row; read only, see `Rowed` in link.ts. */
export const linkDocuments = documents({
  entity: "surveylink",
  schema: Rowed,
  attributes: {
    hash: "string",
    activityId: "string",
    clientId: "string",
    issue: "number",
    expiresAt: "string",
    state: "string",
    submission: "string?",
  },
  key: { pk: "surveylink#${hash}", sk: "row" },
  body: "none",
  itemOf: (link) => link,
});

/** One answer of one client, whoever that is; by a link with the form that it came by. */
export const answerDocuments = documents({
  entity: "answer",
  schema: z.object({
    activityId: z.string(),
    answerKey: z.string(),
    row: Given,
    submission: z.string().exactOptional(),
  }),
  attributes: { activityId: "string", answerKey: "string", row: "json", submission: "string?" },
  key: { pk, sk: "answer#${answerKey}" },
  body: "none",
  itemOf: (answer) => answer,
});

/** One volunteer's happiness, whoever that is. */
export const happinessDocuments = documents({
  entity: "happiness",
  schema: z.object({ activityId: z.string(), happinessKey: z.string(), row: Happiness }),
  attributes: { activityId: "string", happinessKey: "string", row: "json" },
  key: { pk, sk: "happiness#${happinessKey}" },
  body: "none",
  itemOf: (happiness) => happiness,
});
