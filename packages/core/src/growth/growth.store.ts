import { documents } from "../lib/documents.ts";
import type { Page, PageRequest } from "../lib/page.ts";
import type { Table } from "../lib/table.ts";
import { type Caused, causedOps } from "../outbox/caused.row.ts";
import { growthRefusal } from "./growth.refusals.ts";
import * as Programme from "./programme.ts";
import * as Rating from "./rating.ts";

const ALL = "all";

/** What a change writes together. */
interface Decided<Item> extends Caused {
  item: Item;
}
export type ProgrammeDecision = Decided<Programme.Info>;

type RatingKey = Pick<Rating.Info, "programmeId" | "memberId" | "rater" | "phase">;
type MarkKey = Pick<Rating.Behaviour, "programmeId" | "memberId" | "activityId">;

/** Programmes, some dozens a year, and how far their people are. */
export interface Programmes {
  /** @throws `growth.missing` */
  get(programmeId: string): Promise<Programme.Info>;
  /** Adds a programme; one whose id is there already is handed back as it is. */
  begin(programme: Programme.Info, caused: Caused): Promise<Programme.Info>;
  /** @throws `growth.missing`, `store.busy`, whatever `decide` throws */
  change(
    programmeId: string,
    at: string,
    decide: (programme: Programme.Info) => ProgrammeDecision,
  ): Promise<Programme.Info>;
  /** The newest first. */
  list(page: PageRequest): Promise<Page<Programme.Info>>;
  all(): Promise<Programme.Info[]>;
  /** How far everybody of a programme is. */
  ratings(programmeId: string): Promise<Rating.Info[]>;
  /** What one rater said of one person. */
  rating(key: RatingKey): Promise<Rating.Info | undefined>;
  /** @throws `store.busy`, whatever `decide` throws */
  rate(key: RatingKey, at: string, decide: (held: Rating.Info | undefined) => Decided<Rating.Info>): Promise<void>;
  behaviours(programmeId: string): Promise<Rating.Behaviour[]>;
  /** @throws `store.busy`, whatever `decide` throws */
  mark(
    key: MarkKey,
    at: string,
    decide: (held: Rating.Behaviour | undefined) => Decided<Rating.Behaviour>,
  ): Promise<void>;
}

const pk = "programme#${programmeId}";

export const programmeDocuments = documents({
  entity: "programme",
  schema: Programme.Info,
  attributes: { programmeId: "string", all: "string", version: "number" },
  key: { pk, sk: "detail" },
  indexes: { every: { on: "gsi1", pk: "programmes#${all}", sk: "${programmeId}" } },
  itemOf: ({ id: programmeId, version }) => ({ programmeId, all: ALL, version }),
  missing: () => growthRefusal("growth.missing"),
});

export const ratingDocuments = documents({
  entity: "growthRating",
  schema: Rating.Info,
  attributes: { programmeId: "string", memberId: "string", rater: "string", phase: "string", version: "number" },
  key: { pk, sk: "rating#${memberId}#${rater}#${phase}" },
  itemOf: ({ programmeId, memberId, rater, phase, version }) => ({ programmeId, memberId, rater, phase, version }),
});

export const behaviourDocuments = documents({
  entity: "growthMark",
  schema: Rating.Behaviour,
  attributes: { programmeId: "string", memberId: "string", activityId: "string", version: "number" },
  key: { pk, sk: "mark#${memberId}#${activityId}" },
  itemOf: ({ programmeId, memberId, activityId, version }) => ({ programmeId, memberId, activityId, version }),
});

export function dynamoProgrammes(table: Table): Programmes {
  const rows = programmeDocuments(table);
  const ratings = ratingDocuments(table);
  const marks = behaviourDocuments(table);
  return {
    get: (programmeId) => rows.get({ programmeId }),
    begin: (programme, caused) => rows.add(programme, causedOps(table, caused, programme.createdAt)),
    change: (programmeId, at, decide) =>
      rows.change({ programmeId }, decide, (decision) => causedOps(table, decision, at)),
    list: (page) => rows.list("every", { all: ALL }, page, { order: "desc" }),
    all: () => rows.all("every", { all: ALL }),
    ratings: (programmeId) => ratings.all("key", { programmeId }),
    rating: (key) => ratings.find(key),
    rate: async (key, at, decide) =>
      void (await ratings.changeOrCreate(key, decide, (decision) => causedOps(table, decision, at))),
    behaviours: (programmeId) => marks.all("key", { programmeId }),
    mark: async (key, at, decide) =>
      void (await marks.changeOrCreate(key, decide, (decision) => causedOps(table, decision, at))),
  };
}
