import { existsSync, readdirSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { EFFECT_KINDS } from "@yigong/core/outbox/outbox.ts";
import { Kind } from "@yigong/core/roster/roster.ts";
import { describe, expect, it } from "vitest";
import { NOUNS } from "./nouns.ts";

const HERE = fileURLToPath(new URL(".", import.meta.url));
/** Folders of what all nouns share. */
const SHARED = ["lib", "manifest", "ports"];
/** What the edge does, since it speaks to the workflow engine. */
const ENGINE = ["award.nudge", "award.start", "execution.start", "lifecycle.nudge"];

/** Stands for whatever a noun needs: manifests only build functions of it. */
const anything = (): never =>
  new Proxy(() => "", { get: (_, name) => (name === Symbol.toPrimitive ? () => "" : anything()) }) as never;

/** What each noun answers at one place of its manifest. */
const asked = <Place extends "handlers" | "importers" | "scorers" | "issuer">(place: Place) =>
  NOUNS.flatMap((noun) =>
    place in noun ? [(noun as unknown as Record<Place, (deps: never) => unknown>)[place](anything())] : [],
  );

describe("the list of nouns", () => {
  it("has each folder's manifest once, under the folder's name", () => {
    const folders = readdirSync(HERE, { withFileTypes: true })
      .filter((entry) => entry.isDirectory() && !SHARED.includes(entry.name))
      .map(({ name }) => name);

    expect(NOUNS.map(({ name }) => name as string).toSorted()).toEqual(folders.toSorted());
    expect(folders.filter((folder) => !existsSync(`${HERE}/${folder}/index.ts`))).toEqual([]);
  });

  it("handles every kind of effect once, save those of the workflow engine", () => {
    const handled = asked("handlers").flatMap((handlers) => Object.keys(handlers as object));

    expect([...handled, ...ENGINE].toSorted()).toEqual(EFFECT_KINDS.toSorted());
  });

  it("imports the kinds that are persisted, each once", () => {
    const importers = asked("importers").flat() as { kind: string }[];

    expect(importers.map(({ kind }) => kind).toSorted()).toEqual(Kind.options.toSorted());
  });

  it("scores each kind of entry of an issuer once, and issues under each prefix once", () => {
    const scorers = asked("scorers").flat() as { prefix: string; kind: string }[];

    expect(scorers.map(({ prefix, kind }) => `${prefix} ${kind}`)).toEqual([
      "act service",
      "act cover",
      "cls training",
    ]);
    expect(asked("issuer").map((source) => (source as { prefix: string }).prefix)).toEqual(["act", "cls"]);
  });
});
