import { GetCommand, PutCommand, QueryCommand } from "@aws-sdk/lib-dynamodb";
import { Hono } from "hono";
import { afterEach, beforeEach, expect, it } from "vitest";
import { memoryFiles } from "./memory-files.ts";
import { type TestTable, testTable } from "./store.ts";
import { type Uses, watchUses } from "./uses.ts";

const Item = { pk: "a", sk: "b" };

let store: TestTable;
let parts: {
  useCases: object;
  tasks: Record<string, () => Promise<unknown>>;
  jobs: object;
  outbox: { run(): unknown };
};
let web: Hono;
let uses: Uses;
beforeEach(async () => {
  store = await testTable();
  const { client, alliance, ledger } = store.table;
  const files = memoryFiles();
  const put = (TableName: string) => client.send(new PutCommand({ TableName, Item }));
  parts = {
    useCases: { table: store.table, files },
    tasks: {
      CountShard: () => put(alliance),
      Rank: () => put(ledger),
      Notice: async () => parts.outbox.run(),
      Freeze: async () => parts.outbox.run(),
      Publish: () => files.read("serving/a"),
      Archive: () =>
        client.send(
          new QueryCommand({
            TableName: alliance,
            IndexName: "gsi1",
            KeyConditionExpression: "gsi1pk = :a",
            ExpressionAttributeValues: { ":a": "a" },
          }),
        ),
    },
    jobs: { forgetServed: () => put(alliance) },
    outbox: { run: () => client.send(new GetCommand({ TableName: alliance, Key: Item })) },
  };
  web = new Hono().get("*", async (c) => {
    await client.send(new QueryCommand({ ...QUERY, TableName: alliance }));
    return c.text("read");
  });
  web.onError((error, c) => c.text(error.message, 500));
  uses = watchUses(parts as never, web);
});
afterEach(() => store.stop());

const QUERY = { KeyConditionExpression: "pk = :a", ExpressionAttributeValues: { ":a": "a" } };

it("lets a function do what it is granted", async () => {
  await parts.tasks.CountShard?.();
  await parts.tasks.Notice?.();

  expect(await (await web.request("/api/v1/activities")).text()).toBe("read");
  expect(() => uses.requireGranted()).not.toThrow();
});

it.each([
  ["another table", "Rank", "Rank is not authorized to perform: dynamodb:PutItem on resource: .*table/Ledger"],
  ["an index", "Archive", "Archive is not authorized to perform: dynamodb:Query on resource: .*/index/gsi1"],
  ["the files", "Publish", "Publish is not authorized to perform: s3:GetObject on resource: .*serving/a"],
  ["waking the outbox", "Freeze", "Freeze is not authorized to perform: lambda:InvokeFunction on resource: .*Outbox"],
])("denies what it is not: %s", async (_, task, said) => {
  await expect(parts.tasks[task]?.()).rejects.toThrow(new RegExp(said));
  expect(() => uses.requireGranted()).toThrow(task);
});

it("takes a job for its function, and the pages of clients for the function of their own", async () => {
  await expect((parts.jobs as { forgetServed(): Promise<unknown> }).forgetServed()).rejects.toThrow("ForgetServed");
  expect(await (await web.request("/s/abc")).text()).toContain("SurveyPages is not authorized");
});

it("leaves what belongs to no function alone", async () => {
  const { client, ledger } = store.table;
  await client.send(new PutCommand({ TableName: ledger, Item }));

  expect(() => uses.requireGranted()).not.toThrow();
});
