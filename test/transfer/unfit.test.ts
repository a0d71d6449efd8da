import { existsSync } from "node:fs";
import { join } from "node:path";
import { dynamoSettings } from "@yigong/core/organization/settings.store.ts";
import { DEFAULTS } from "@yigong/functions/lib/default-settings.ts";
import { writeExport } from "@yigong/local/transfer/export.ts";
import { afterEach, beforeEach, expect, it } from "vitest";
import { AT, scratch, settle, smallExport } from "./installation.ts";
import { openTarget, type Target } from "./target.ts";

let folder: ReturnType<typeof scratch>;
let target: Target;
beforeEach(async () => {
  folder = scratch();
  target = await openTarget();
});
afterEach(async () => {
  await target.stop();
  folder.remove();
});

const to = () => join(folder.path, "unfit");
const source = { kind: "tables", alliance: "arn:aws:a", ledger: "arn:aws:l" } as const;
const exported = () =>
  writeExport({ table: target.table, filesDir: undefined, to: to(), settings: DEFAULTS, source, final: false, at: AT });

it("does not export tables that somebody writes to meanwhile", async () => {
  await settle(target.table);
  let isWritten = false;
  target.table.client.middlewareStack.add(
    (next, context) => async (args) => {
      if (context.commandName === "QueryCommand" && !isWritten) {
        isWritten = true;
        await dynamoSettings(target.table, DEFAULTS).change((settings) => ({ to: { ...settings, name: "新名" } }));
      }
      return next(args);
    },
    { step: "initialize", name: "writeMeanwhile" },
  );

  await expect(exported()).rejects.toMatchObject({ code: "transfer.changed" });
  expect(isWritten).toBe(true);
  expect(existsSync(join(to(), "manifest.json"))).toBe(false);
});

it("does not export tables that an import has only half filled", async () => {
  const { to: from } = await smallExport(folder.path);
  target.broken.at(9, "crash-after");
  await target.import(from).catch(() => {});
  target.broken.mend();

  await expect(exported()).rejects.toMatchObject({ code: "transfer.unfinished" });
  expect(existsSync(to())).toBe(false);
});
