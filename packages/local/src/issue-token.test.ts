import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { documentClient } from "@yigong/core/lib/table.ts";
import { dynamoMembers } from "@yigong/core/member/member.store.ts";
import { Info as Member } from "@yigong/core/member/member.ts";
import { expect, it } from "vitest";
import { tokenOf } from "./issue-token.ts";
import { besideMachine } from "./store/attach-store.ts";
import { openStore } from "./store/store.ts";
import { createTables } from "./store/tables.ts";
import { TABLES } from "./transfer/export-machine.ts";

const NOW = "2026-09-01T01:00:00.000Z";
const secret = new Uint8Array(32).fill(1);

const person = (employeeNumber: string, leftOn?: string) =>
  ({ employeeNumber, ...(leftOn ? { leftOn } : {}) }) as unknown as Member;
const roster = {
  byEmployeeNumber: async (number: string) =>
    [person("1001"), person("1002", "2026-09-01"), person("1003", "2026-09-02")].find(
      ({ employeeNumber }) => employeeNumber === number,
    ),
};
const subjectOf = async (who: string) => {
  const token = await tokenOf(who, { secret, roster, zone: "Asia/Shanghai", now: () => NOW });
  const [, payload = ""] = token.split(".");
  return (JSON.parse(Buffer.from(payload, "base64url").toString("utf8")) as { sub: string }).sub;
};

it("is made for whoever is on the roster, and for setting up", async () => {
  expect(await subjectOf("1001")).toBe("employee:1001");
  expect(await subjectOf("1003")).toBe("employee:1003");
  expect(await subjectOf("setup")).toBe("setup");
});

it.each(["9999", "1002", ""])("is refused to %j, whom the roster does not have, or not any more", async (who) => {
  await expect(subjectOf(who)).rejects.toMatchObject({ code: "token.unknown_person" });
});

it("finds people in a store that a machine has open, and in one that nobody has open", async () => {
  const dataDir = mkdtempSync(join(tmpdir(), "yigong-token-"));
  const options = { dataDir, env: { ...process.env, AWS_ENDPOINT_URL_DYNAMODB: undefined }, log: () => {} };
  const clientOf = (store: Parameters<typeof documentClient>[0]) => {
    const client = documentClient(store);
    return { client, members: dynamoMembers({ client, ...TABLES }) };
  };
  const nameIn = async (members: ReturnType<typeof dynamoMembers>) => (await members.byEmployeeNumber("1001"))?.name;
  const machine = await openStore(options);
  const first = clientOf(machine);
  await createTables(first.client, TABLES);
  const to = Member.parse({
    id: `mem_${"1".padStart(26, "0")}`,
    pseudonym: "1".padStart(26, "0"),
    employeeNumber: "1001",
    name: "王芳",
    politicalStatuses: [{ from: "2010-01-01", status: "masses" }],
    affiliations: [{ from: "2010-01-01" }],
    trainer: false,
    teamIds: [],
    roles: [],
    skills: [],
    version: 0,
  });
  await first.members.add({ to, at: NOW });
  const beside = await besideMachine(options);
  const whileRunning = await nameIn(clientOf(beside).members);
  await beside.stop();
  const stillThere = await nameIn(first.members);
  await machine.stop();
  const alone = await besideMachine(options);
  const afterwards = await nameIn(clientOf(alone).members);
  await alone.stop();
  rmSync(dataDir, { recursive: true, force: true });

  expect([whileRunning, stillThere, afterwards]).toEqual(["王芳", "王芳", "王芳"]);
});
