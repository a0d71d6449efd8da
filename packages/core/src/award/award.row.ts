import * as z from "zod";
import { documents } from "../lib/documents.ts";
import { awardRefusal } from "./award.refusals.ts";
import * as Objection from "./objection.ts";
import * as Run from "./run.ts";
import { Year } from "./source.ts";
import * as Token from "./token.ts";

const pk = "awardrun#${year}#${run}";

/** A year's newest run and the source of its draw. */
export const yearDocuments = documents({
  entity: "awardYear",
  schema: Year,
  attributes: { year: "number", latest: "number", version: "number", source: "json?" },
  key: { pk: "awardyear#${year}", sk: "row" },
  body: "none",
  itemOf: ({ year, latest, version, source }) => ({ year, latest, version, ...(source && { source }) }),
  empty: ({ year }) => ({ year, latest: 0, version: 0 }),
});

export const runDocuments = documents({
  entity: "awardRun",
  schema: Run.Info,
  attributes: { year: "number", run: "number", version: "number" },
  key: { pk, sk: "run" },
  itemOf: ({ year, run, version }) => ({ year, run, version }),
  missing: ({ year, run }) => awardRefusal("award.missing", { year, run }),
});

export const tokenDocuments = documents({
  entity: "awardToken",
  schema: Token.Info,
  attributes: { year: "number", run: "number", order: "string" },
  key: { pk, sk: "token" },
  itemOf: (token) => ({ year: token.year, run: token.run, order: orderOf(token) }),
});

export const orderOf = ({ generation, visit, attempt }: Token.Info): string =>
  [generation, visit, attempt].map((part) => String(part).padStart(8, "0")).join(".");

const StoredPart = z.object({
  year: z.int(),
  run: z.int(),
  digest: z.string(),
  part: z.int(),
  lines: z.string(),
  memberIds: z.array(z.string()).exactOptional(),
});

/** Some lines of a run, under the digest of all of them: another content is another row, and none is ever changed. */
export const partDocuments = documents({
  entity: "awardPart",
  schema: StoredPart,
  attributes: {
    year: "number",
    run: "number",
    digest: "string",
    part: { digits: 6 },
    lines: "string",
    memberIds: "json?",
  },
  key: { pk, sk: "part#${digest}#${part}" },
  body: "none",
  itemOf: (part) => part,
});

export const objectionDocuments = documents({
  entity: "awardObjection",
  schema: Objection.Info,
  attributes: { year: "number", run: "number", objectionId: "string" },
  key: { pk, sk: "objection#${objectionId}" },
  itemOf: ({ year, run, id: objectionId }) => ({ year, run, objectionId }),
  missing: () => awardRefusal("award.missing/objection"),
});
