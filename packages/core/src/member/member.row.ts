import { Entity } from "electrodb";
import { type Op, put, remove, type Table } from "../lib/table.ts";
import type { StepOps } from "../staging/head.row.ts";
import type { Step } from "../staging/head.ts";
import type * as Member from "./member.ts";

/** The rows of a member: the member, the employee number that is theirs alone, and one for each role they hold. */
export const memberEntities = (table: Table) => {
  const config = { client: table.client, table: table.alliance };
  const members = new Entity(
    {
      model: { service: "yigong", entity: "member", version: "1" },
      attributes: {
        memberId: { type: "string", required: true },
        employeeNumber: { type: "string", required: true },
        directory: { type: "string", required: true, default: "all" },
        version: { type: "number", required: true },
        now: { type: "any" },
        staged: { type: "any" },
        stagedBy: { type: "string" },
      },
      indexes: {
        byId: {
          pk: { field: "pk", composite: ["memberId"], template: "member#${memberId}" },
          sk: { field: "sk", composite: [], template: "detail" },
        },
        byNumber: {
          index: "gsi1",
          pk: { field: "gsi1pk", composite: ["directory"], template: "members#${directory}" },
          sk: { field: "gsi1sk", composite: ["employeeNumber"], template: "${employeeNumber}" },
        },
      },
    },
    config,
  );
  const numbers = new Entity(
    {
      model: { service: "yigong", entity: "employeeNumber", version: "1" },
      attributes: {
        employeeNumber: { type: "string", required: true },
        memberId: { type: "string", required: true },
      },
      indexes: {
        byNumber: {
          pk: { field: "pk", composite: ["employeeNumber"], template: "employeenumber#${employeeNumber}" },
          sk: { field: "sk", composite: [], template: "member" },
        },
      },
    },
    config,
  );
  const holders = new Entity(
    {
      model: { service: "yigong", entity: "roleHolder", version: "1" },
      attributes: { role: { type: "string", required: true }, memberId: { type: "string", required: true } },
      indexes: {
        byRole: {
          pk: { field: "pk", composite: ["role"], template: "role#${role}" },
          sk: { field: "sk", composite: ["memberId"], template: "member#${memberId}" },
        },
      },
    },
    config,
  );
  return { members, numbers, holders };
};
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
    gained: gained.map((role) => put(holders.put({ role, memberId }).params())),
    lost: lost.map((role) => remove(holders.delete({ role, memberId }).params())),
  };
};

/** Claims an employee number for one member; fails when it is somebody else's. */
export const claimNumber = ({ numbers }: MemberEntities, { id, employeeNumber }: Member.Info): Op =>
  put(
    numbers
      .put({ employeeNumber, memberId: id })
      .where(({ memberId }, { notExists, eq }) => `${notExists(memberId)} OR ${eq(memberId, `${id}`)}`)
      .params(),
  );

const freeNumber = ({ numbers }: MemberEntities, { id, employeeNumber }: Member.Info): Op =>
  remove(
    numbers
      .delete({ employeeNumber })
      .where(({ memberId }, { eq }) => eq(memberId, `${id}`))
      .params(),
  );

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
    const row = entities.members
      .put({
        memberId,
        employeeNumber,
        version: before?.version ?? 0,
        stagedBy: write,
        ...(before && { now: before }),
        ...(after && { staged: after }),
      })
      .where(({ version, stagedBy }, { eq, notExists }) =>
        before
          ? `${eq(version, before.version)} AND (${notExists(stagedBy)} OR ${eq(stagedBy, write)})`
          : `${notExists(version)} OR ${eq(stagedBy, write)}`,
      );
    const claim = before ? [] : [claimNumber(entities, subject(step))];
    return [put(row.params()), ...claim, ...roleOps(entities, step).gained];
  },
  settle: (step, write) => endOps(entities, { keep: step.after, step, write, roles: roleOps(entities, step).lost }),
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
    const row = entities.members.delete({ memberId }).where(({ stagedBy }, { eq }) => eq(stagedBy, write));
    return [remove(row.params()), freeNumber(entities, subject(step)), ...roles];
  }
  const row = entities.members
    .put({ memberId, employeeNumber, version: keep.version, now: keep })
    .where(({ stagedBy }, { eq }) => eq(stagedBy, write));
  return [put(row.params()), ...roles];
}
