import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { RETRIED } from "@yigong/core/lib/retried.ts";
import { storeFault } from "@yigong/core/lib/store-fault.ts";
import { describe, expect, it } from "vitest";
import { ROOT } from "../architecture/imports.ts";
import { ships } from "../architecture/rules.ts";

/** Codes of kind `unavailable` that no task throws, by who does. */
const OF_OTHERS = {
  "the outbox, which has a backoff of its own": ["channel.unavailable", "message.undelivered"],
  "routes with files, mail in the outbox, and the wake, which is only reported": [
    "aws.unavailable",
    "files.unavailable",
  ],
  "the edge, in answer to a fault": ["internal"],
  "pages and routes that let people in": [
    "identity.provider_down",
    "identity.provider_refused",
    "session.code_undelivered",
  ],
};

const sources = ["core", "application", "functions"]
  .map((name) => join(ROOT, "packages", name, "src"))
  .flatMap((folder) => readdirSync(folder, { recursive: true, encoding: "utf8" }).map((file) => join(folder, file)))
  .filter((file) => /\.tsx?$/.test(file) && ships(file))
  .map((file) => ({ file, text: readFileSync(file, "utf8") }));

const MADE = /new Refusal\(\s*"unavailable",\s*"([\w.]+)"|^\s+"?([\w.]+)(?:\/\w+)?"?: \[\s*"unavailable",/gm;

/** The codes that are thrown as unavailable, by hand or from a table of refusals. */
const thrown = sources.flatMap(({ text }) => [...text.matchAll(MADE)]).map(([, code, row]) => code ?? row ?? "");

describe("rule 10: our codes that are tried again", () => {
  const ofOthers = Object.values(OF_OTHERS).flat();

  it("are all that a task may throw as unavailable", () => {
    expect(thrown.length).toBeGreaterThan(5);
    expect(thrown.filter((code) => ![...RETRIED, ...ofOthers].includes(code))).toEqual([]);
    expect(ofOthers.filter((code) => !thrown.includes(code))).toEqual([]);
  });

  it("are what the store's faults come to", () => {
    const busy = Object.assign(new Error("clash"), { name: "TransactionConflictException" });
    const away = Object.assign(new Error("refused"), { code: "ECONNREFUSED" });

    expect([busy, away].map(storeFault)).toMatchObject(RETRIED.map((code) => ({ code, kind: "unavailable" })));
  });
});
