import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { holesOf } from "@yigong/core/language/catalogue.ts";
import type { Refuses, Row } from "@yigong/core/lib/refusals.ts";
import { codeOf, sayIn } from "@yigong/core/lib/refusals.ts";
import { showValue } from "@yigong/functions/lib/show-value.ts";
import { describe, expect, it } from "vitest";

const ROOT = join(import.meta.dirname, "../..");
const sources = globSync("packages/*/src/**/*.{ts,tsx}", { cwd: ROOT }).filter((path) => !/\.test\.tsx?$/.test(path));

/** Every table of refusals: code, with its case → kind, Chinese, English. */
const tables = await Promise.all(
  sources
    .filter((path) => path.endsWith(".refusals.ts"))
    .map(async (path) => {
      const found = Object.values((await import(join(ROOT, path))) as Record<string, Refuses<Record<string, Row>>>);
      return { path, rows: Object.assign({}, ...found.map(({ rows }) => rows)) as Record<string, Row> };
    }),
);
const rows = tables.flatMap(({ path, rows }) => Object.entries(rows).map(([key, row]) => [key, row, path] as const));

/** Units, names of settings, and spans as they are typed: all that Chinese texts have of other scripts. */
const PROPER = / MB\b|\b[A-Z][A-Z_]{2,}\b|\b\d+[mhdw]\d*\d?[mh]?\b/g;

const INSIDE = /\b[a-z]{2,4}_[0-9a-z]{26}\b|\d{4}-\d{2}-\d{2}T\d{2}:\d{2}/;
const names = new Map([["mem_00000000000000000000000001", "陈文"]]);
const known = { zone: "Asia/Shanghai", names };
const SAMPLES = ["mem_00000000000000000000000001", "act_00000000000000000000000009", "2026-09-12T10:00:00.000Z"];

describe("every refusal that people may read", () => {
  it("has a text in Chinese and in English", () => {
    const faulty = rows.filter(
      ([, [, chinese, english]]) =>
        !/\p{Script=Han}/u.test(chinese) || english === "" || /\p{Script=Han}/u.test(english),
    );

    expect(rows.length).toBeGreaterThan(250);
    expect(faulty).toEqual([]);
  });

  it("asks for the same values in both", () => {
    const differing = rows.filter(([, [, chinese, english]]) => {
      return holesOf(chinese).sort().join() !== holesOf(english).sort().join();
    });

    expect(differing).toEqual([]);
  });

  it("has no Latin words in Chinese but for units and names of settings, and no exclamation mark", () => {
    const plain = rows.map(
      ([key, [, chinese]]) => [key, chinese.replace(/\{\{\w+\}\}/g, "").replace(PROPER, "")] as const,
    );

    expect(plain.filter(([, chinese]) => /[A-Za-z]/.test(chinese))).toEqual([]);
    expect(rows.filter(([, [, chinese, english]]) => /[!！]/.test(chinese + english))).toEqual([]);
  });

  it("shows names and local times, never an id or an instant in UTC", () => {
    const told = rows.flatMap(([key, [, chinese, english]]) =>
      SAMPLES.flatMap((sample) =>
        (["zh-CN", "en"] as const).map((language) => {
          const values = Object.fromEntries(holesOf(chinese).map((hole) => [hole, [sample, sample]]));
          return [key, sayIn(language, { "zh-CN": chinese, en: english, values }, showValue(language, known))] as const;
        }),
      ),
    );

    expect(told.filter(([, text]) => INSIDE.test(text))).toEqual([]);
  });

  it("has one kind a code, and one table a code and case", () => {
    const kinds = Map.groupBy(rows, ([key]) => codeOf(key));
    const several = [...kinds].filter(([code, all]) => {
      return code !== "activity.cancelled" && new Set(all.map(([, [kind]]) => kind)).size > 1;
    });
    const keys = rows.map(([key]) => key);

    expect(several.map(([code]) => code)).toEqual([]);
    expect(keys.filter((key, at) => keys.indexOf(key) !== at && key !== "auth.unauthenticated")).toEqual([]);
  });
});

/**
 * Where a refusal is made without a table. The first four give both texts by hand; whoever starts, exports or imports an
 * installation at a terminal reads the rest.
 */
const WITHOUT_TABLE = [
  "packages/core/src/lib/refusals.ts",
  "packages/core/src/participation/fault.ts",
  "packages/application/src/ports/channel-fault.ts",
  // Its text is that of a table; it adds what holds now.
  "packages/functions/src/lib/editing.ts",
  "packages/functions/src/lib/refuse-input.ts",
];
const AT_A_TERMINAL =
  /^packages\/local\/src\/(store|transfer|data-directory|backup)\/|^packages\/local\/src\/(settings|token-command|issue-token|remote-engine|server)\.ts$/;

describe("a refusal", () => {
  it("is made by a table, so that none has one language only", () => {
    const bare = sources.filter(
      (path) =>
        !path.startsWith("packages/testing/") &&
        /new Refusal\(|extends Refusal/.test(readFileSync(join(ROOT, path), "utf8")),
    );

    expect(bare.filter((path) => !AT_A_TERMINAL.test(path)).sort()).toEqual([...WITHOUT_TABLE].sort());
  });
});
