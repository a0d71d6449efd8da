import * as z from "zod";
import { documents } from "../lib/documents.ts";
import type { Op, Table } from "../lib/table.ts";
import type { StepOps } from "../staging/head.row.ts";
import type { Step } from "../staging/head.ts";
import type * as Member from "./member.ts";

/** A member: the value that counts, and beside it the one that an import stages. */
const memberDocuments = documents({
  entity: "member",
  schema: z.object({
    memberId: z.string(),
    employeeNumber: z.string(),
    directory: z.string(),
    version: z.int(),
    now: z.unknown().optional(),
    staged: z.unknown().optional(),
    stagedBy: z.string().optional(),
    since: z.string().optional(),
  }),
  attributes: {
    memberId: "string",
    employeeNumber: "string",
    directory: "string",
    version: "number",
    now: "json?",
    staged: "json?",
    stagedBy: "string?",
    since: "string?",
  },
  key: { pk: "member#${memberId}", sk: "detail" },
  indexes: { byNumber: { on: "gsi1", pk: "members#${directory}", sk: "${employeeNumber}" } },
  body: "none",
  itemOf: (row) => row,
});

const numberDocuments = documents({
  entity: "employeeNumber",
  schema: z.object({ employeeNumber: z.string(), memberId: z.string() }),
  attributes: { employeeNumber: "string", memberId: "string" },
  key: { pk: "employeenumber#${employeeNumber}", sk: "member" },
  body: "none",
  itemOf: (row) => row,
});

const holderDocuments = documents({
  entity: "roleHolder",
  schema: z.object({ role: z.string(), memberId: z.string() }),
  attributes: { role: "string", memberId: "string" },
  key: { pk: "role#${role}", sk: "member#${memberId}" },
  body: "none",
  itemOf: (row) => row,
});

/** Everybody is in one directory. */
export const directory = "all";

/** The rows of a member: the member, the employee number that is theirs alone, and one for each role they hold. */
export const memberEntities = (table: Table) => ({
  members: memberDocuments(table),
  numbers: numberDocuments(table),
  holders: holderDocuments(table),
});
export type MemberEntities = ReturnType<typeof memberEntities>;

const rolesOf = (member: Member.Info | undefined) => new Set(member?.roles.map(({ role }) => role));

/** Keeps the rows by role in step: new holders are written, former ones removed. */
export const roleOps = (
  { holders }: MemberEntities,
  { before, after }: Step<Member.Info>,
): { gained: Op[]; lost: Op[] } => {
  const memberId = after?.id ?? before?.id ?? "";
  const gained = [...rolesOf(after)].filter((role) => !rolesOf(before).has(role));
  const lost = [...rolesOf(before)].filter((role) => !rolesOf(after).has(role));
  return {
    gained: gained.map((role) => holders.ops.put({ role, memberId })),
    lost: lost.map((role) => holders.ops.remove({ role, memberId })),
  };
};

/** Claims an employee number for one member; fails when it is somebody else's. */
export const claimNumber = ({ numbers }: MemberEntities, { id, employeeNumber }: Member.Info): Op =>
  numbers.ops.put(
    { employeeNumber, memberId: id },
    ({ memberId }, { notExists, eq }) => `${notExists(memberId)} OR ${eq(memberId, `${id}`)}`,
  );

const freeNumber = ({ numbers }: MemberEntities, { id, employeeNumber }: Member.Info): Op =>
  numbers.ops.remove({ employeeNumber }, ({ memberId }, { eq }) => eq(memberId, `${id}`));

const subject = ({ before, after }: Step<Member.Info>): Member.Info => {
  const member = after ?? before;
  if (!member) throw new TypeError("A step needs a value before or after");
  return member;
};

/** How an import changes a member's rows. Role rows come with the staging and go with the settling, so that none is missing. */
export const memberSteps = (entities: MemberEntities): StepOps<Member.Info> => ({
  stage(step, write) {
    const { id: memberId, employeeNumber } = subject(step);
    const { before, after } = step;
    const key = { memberId, employeeNumber, directory };
    const { gained } = roleOps(entities, step);
    if (!before) {
      const row = { ...key, version: after?.version ?? 0, now: after, since: write };
      const made = entities.members.ops.put(
        row,
        ({ version, since }, { eq, notExists }) => `${notExists(version)} OR ${eq(since, write)}`,
      );
      return [made, claimNumber(entities, subject(step)), ...gained];
    }
    const row = { ...key, version: before.version, now: before, stagedBy: write, ...(after && { staged: after }) };
    const staged = entities.members.ops.put(
      row,
      ({ version, stagedBy }, { eq, notExists }) =>
        `${eq(version, before.version)} AND (${notExists(stagedBy)} OR ${eq(stagedBy, write)})`,
    );
    return [staged, ...gained];
  },
  settle: (step, write) =>
    step.before ? endOps(entities, { keep: step.after, step, write, roles: roleOps(entities, step).lost }) : [],
  abandon: (step, write) =>
    endOps(entities, { keep: step.before, step, write, roles: roleOps(entities, step).gained.flatMap(undo) }),
});

const undo = (op: Op): Op[] =>
  "Put" in op ? [{ Delete: { TableName: op.Put.TableName, Key: { pk: op.Put.Item.pk, sk: op.Put.Item.sk } } }] : [];

function endOps(
  entities: MemberEntities,
  { keep, step, write, roles }: { keep: Member.Info | undefined; step: Step<Member.Info>; write: string; roles: Op[] },
): Op[] {
  const { id: memberId, employeeNumber } = subject(step);
  if (!keep) {
    const gone = entities.members.ops.remove(
      { memberId },
      ({ stagedBy, since }, { eq }) => `${eq(stagedBy, write)} OR ${eq(since, write)}`,
    );
    return [gone, freeNumber(entities, subject(step)), ...roles];
  }
  const row = { memberId, employeeNumber, directory, version: keep.version, now: keep };
  return [entities.members.ops.put(row, ({ stagedBy }, { eq }) => eq(stagedBy, write)), ...roles];
}
