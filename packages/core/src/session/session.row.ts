import { documents } from "../lib/documents.ts";
import * as Session from "./session.ts";
import * as StepUp from "./step-up.ts";

/** One item for each session that was not taken away. */
export const sessionDocuments = documents({
  entity: "session",
  schema: Session.Info,
  attributes: {
    id: "string",
    memberId: "string",
    way: "string",
    device: "json",
    createdAt: "string",
    seenAt: "string",
    endsAt: "string",
    month: "string",
    roles: "string",
    stepUpUntil: "string?",
  },
  key: { pk: "session#${id}", sk: "detail" },
  indexes: {
    byMonth: { on: "gsi1", pk: "sessions#${month}", sk: "${endsAt}#${id}" },
    byMember: { on: "gsi2", pk: "member#${memberId}", sk: "session#${createdAt}#${id}" },
  },
  body: "none",
  itemOf: (session) => ({ ...session, month: Session.monthOf(session) }),
});

/** One item for each member who was ever sent a code. */
export const stepUpDocuments = documents({
  entity: "stepUp",
  schema: StepUp.Info,
  attributes: {
    memberId: "string",
    sessionId: "string",
    number: "number",
    askedAt: "json",
    expiresAt: "string",
    tries: "number",
    used: "boolean",
    version: "number",
  },
  key: { pk: "member#${memberId}", sk: "stepup" },
  body: "none",
  itemOf: (row) => row,
});
