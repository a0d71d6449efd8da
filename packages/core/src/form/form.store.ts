import * as z from "zod";
import { documents } from "../lib/documents.ts";
import { type Table, transact } from "../lib/table.ts";
import { type Caused, causedOps } from "../outbox/caused.row.ts";
import { formRefusal } from "./form.refusals.ts";
import * as Form from "./form.ts";

const ALL = "all";

/** What a change of a form writes together. */
export interface Decision extends Caused {
  item: Form.Info;
}

/** Forms that people fill in without their names. */
export interface Forms {
  /** @throws `form.missing` */
  get(formId: string): Promise<Form.Info>;
  find(formId: string): Promise<Form.Info | undefined>;
  /** Opens a form; one whose id is there already is handed back as it is. */
  open(form: Form.Info, caused: Caused): Promise<Form.Info>;
  /** @throws `form.missing`, `store.busy`, whatever `decide` throws */
  change(formId: string, at: string, decide: (form: Form.Info) => Decision): Promise<Form.Info>;
  /** Those about one thing, in the order of their ids. Eventually consistent. */
  about(aboutId: string): Promise<Form.Info[]>;
  /** Those that end after an instant. Eventually consistent. */
  endingAfter(at: string): Promise<Form.Info[]>;
  /** Those of one kind, by when they end. Eventually consistent. */
  ofKind(kind: Form.Kind): Promise<Form.Info[]>;
  /** Takes somebody's answer, which each has but one of. @throws `form.answered` */
  answer(formId: string, memberId: string, answer: { answerId: string; given: Form.Given }): Promise<void>;
  /** Of these people, who has answered. */
  answeredBy(formId: string, memberIds: readonly string[]): Promise<Set<string>>;
  /** All answers, in no order that tells when they came. */
  answers(formId: string): Promise<Form.Given[]>;
}

const pk = "form#${formId}";

export const formDocuments = documents({
  entity: "form",
  schema: Form.Info,
  attributes: { formId: "string", all: "string", aboutId: "string", closesAt: "string", version: "number" },
  key: { pk, sk: "detail" },
  indexes: {
    byEnd: { on: "gsi1", pk: "forms#${all}", sk: "${closesAt}#${formId}" },
    byAbout: { on: "gsi2", pk: "forms#${aboutId}", sk: "${formId}" },
  },
  itemOf: ({ id: formId, aboutId, closesAt, version }) => ({ formId, all: ALL, aboutId, closesAt, version }),
  missing: () => formRefusal("form.missing"),
});

/** That somebody has answered, and nothing of what. */
export const formTurnDocuments = documents({
  entity: "formTurn",
  schema: z.object({ formId: z.string(), memberId: z.string() }),
  attributes: { formId: "string", memberId: "string" },
  key: { pk, sk: "turn#${memberId}" },
  body: "none",
  itemOf: (turn) => turn,
});

/** What somebody answered, under a random id. */
export const formAnswerDocuments = documents({
  entity: "formAnswer",
  schema: z.object({ formId: z.string(), answerId: z.string(), given: Form.Given }),
  attributes: { formId: "string", answerId: "string", given: "json" },
  key: { pk, sk: "answer#${answerId}" },
  body: "none",
  itemOf: (answer) => answer,
});

export function dynamoForms(table: Table): Forms {
  const rows = formDocuments(table);
  const turns = formTurnDocuments(table);
  const answers = formAnswerDocuments(table);
  return {
    get: (formId) => rows.get({ formId }),
    find: (formId) => rows.find({ formId }),
    open: (form, caused) => rows.add(form, causedOps(table, caused, form.createdAt)),
    change: (formId, at, decide) => rows.change({ formId }, decide, (decision) => causedOps(table, decision, at)),
    about: (aboutId) => rows.all("byAbout", { aboutId }),
    endingAfter: (at) => rows.all("byEnd", { all: ALL }, { range: { gt: { closesAt: at } } }),
    ofKind: async (kind) => (await rows.all("byEnd", { all: ALL })).filter((form) => form.kind === kind),
    async answer(formId, memberId, { answerId, given }) {
      const turn = turns.ops.create({ formId, memberId });
      const done = await transact(table, [turn, answers.ops.create({ formId, answerId, given })]);
      if (!done.ok) throw formRefusal("form.answered");
    },
    async answeredBy(formId, memberIds) {
      const found = await turns.getMany(memberIds.map((memberId) => ({ formId, memberId })));
      return new Set(found.map(({ memberId }) => memberId));
    },
    async answers(formId) {
      // The ids are random, so that their order is none.
      return (await answers.all("key", { formId }, { limit: 1000 })).map(({ given }) => given);
    },
  };
}
