import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { randomHistory } from "@yigong/testing/ledger-history.ts";
import { expect, it } from "vitest";
import { openLedger } from "./alliance.ts";

const PACKAGES = fileURLToPath(new URL("../../packages", import.meta.url));

const sources = readdirSync(PACKAGES, { recursive: true, encoding: "utf8" })
  .filter((path) => /\.tsx?$/.test(path) && !/\.test\.tsx?$|^testing\/|node_modules|\/dist\//.test(path))
  .map((path) => ({ path, text: readFileSync(join(PACKAGES, path), "utf8") }));

/** What is done with an entity of the ledger's table, by files that use it. */
function usesOf(entity: string): Set<string> {
  const uses = sources.flatMap(({ text }) => {
    const names = [...text.matchAll(new RegExp(`const (\\w+) = ${entity}\\(table\\);`, "g"))].map(([, name]) => name);
    const subjects = [`${entity}\\(table\\)`, ...names.map((name) => `\\b${name}`)];
    return subjects.flatMap((subject) =>
      [...text.matchAll(new RegExp(`${subject}\\s*\\.(\\w+)`, "g"))].map(([, verb = ""]) => verb),
    );
  });
  return new Set(uses);
}

/** Copies a whole installation, entry by entry; test/transfer watches every request that it sends. */
const TRANSFER = "local/src/transfer/";

it("is a table that two files know: entries and roots", () => {
  const knowing = sources
    .filter(({ path, text }) => !path.startsWith(TRANSFER) && /\btable\.ledger\b|table: ledger\b/.test(text))
    .map(({ path }) => path);

  expect(knowing.sort()).toEqual(["core/src/points/entry.row.ts", "core/src/points/root.store.ts"]);
});

it.each(["entryEntity", "rootEntity"])("%s is created and read, and nothing else", (entity) => {
  const uses = usesOf(entity);

  expect([...uses].sort().filter((verb) => !["create", "get", "query"].includes(verb))).toEqual([]);
  expect(uses).toContain("create");
});

interface Write {
  TableName?: string;
  ConditionExpression?: string;
}
type Input = Write & { TransactItems?: Record<string, Write>[]; RequestItems?: Record<string, unknown> };

it("takes in a whole life nothing but puts of what is not there yet, and reads", async () => {
  const alliance = await openLedger();
  const { client, ledger: name } = alliance.table;
  const seen = new Set<string>();
  client.middlewareStack.add(
    (next, context) => async (args) => {
      const input = args.input as Input;
      const command = context.commandName ?? "";
      const told = (verb: string, { ConditionExpression = "" }: Write) =>
        seen.add(/attribute_not_exists\(#?pk\)/.test(ConditionExpression) ? `${verb} if absent` : verb);
      for (const item of input.TransactItems ?? [])
        for (const [verb, write] of Object.entries(item)) if (write.TableName === name) told(verb, write);
      if (input.TableName === name) told(command, input);
      if (name in (input.RequestItems ?? {})) seen.add(command);
      return next(args);
    },
    { step: "initialize", name: "ledgerWrites" },
  );
  const drafts = randomHistory(4);
  await alliance.live([...drafts, ...drafts], { rootEvery: 10 });
  await alliance.exported();
  const all = [...seen].sort();
  await alliance.stop();

  expect(all).toEqual(["Put if absent", "QueryCommand"]);
});
