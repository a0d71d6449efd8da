import { Refusal } from "@yigong/core/lib/error.ts";
import { describe, expect, it } from "vitest";
import * as z from "zod";
import { describeError } from "./describe-error.ts";

const thrownBy = (run: () => unknown): unknown => {
  try {
    run();
  } catch (error) {
    return error;
  }
  return undefined;
};

const having = (error: Error, more: object): Error => Object.assign(error, more);

/** What must be in no log, whatever an error has of it. */
const PRIVATE = ["Zhang San", "13800001111", "zhang@example.com", "482913", "0017", "家中有事", "q7x2mtoken"];
const everything = PRIVATE.join(" ");

const NASTY: [string, unknown][] = [
  ["a refusal that names somebody", new Refusal("conflict", "leave.asked", everything)],
  ["a store's, which quotes values", having(new Error(everything), { name: "ValidationException", Item: everything })],
  [
    "a cancelled transaction with the item in it",
    having(new Error(everything), {
      name: "TransactionCanceledException",
      CancellationReasons: [
        { Code: "None" },
        { Code: "ConditionalCheckFailed", Message: everything, Item: everything },
      ],
    }),
  ],
  [
    "a mail server's",
    having(new Error(`550 <zhang@example.com> ${everything}`), {
      code: "EENVELOPE",
      response: everything,
      responseCode: 550,
      command: "RCPT TO",
      rejected: ["zhang@example.com"],
    }),
  ],
  ["one whose name is a value", having(new Error("x"), { name: everything })],
  ["one whose code is a value", having(new Error("x"), { code: "138 0000 1111 Zhang San" })],
  [
    "one whose message looks like its stack",
    new Error(`no\n    at Zhang (/x/13800001111.ts:1:1)\n    at q7x2mtoken (/Zhang San/482913:1:1)`),
  ],
  ["one whose message was changed after it arose", having(new Error(everything), { message: "changed" })],
  ["one caused by another", new Error(everything, { cause: new Error(everything, { cause: everything }) })],
  ["a text that is thrown", everything],
  [
    "a stored row that does not fit",
    thrownBy(() => z.record(z.string(), z.object({ n: z.int() })).parse({ "Zhang San": { n: everything } })),
  ],
  ["JSON that is none", thrownBy(() => JSON.parse(everything))],
  ["an address that is none", thrownBy(() => new URL(everything))],
  ["a property called like a value", thrownBy(() => (undefined as unknown as Record<string, unknown>)["13800001111"])],
];

describe("an error in the log", () => {
  it.each(NASTY)("gives nobody away: %s", (_, error) => {
    const written = JSON.stringify(describeError(error));

    expect(PRIVATE.filter((text) => written.includes(text))).toEqual([]);
    expect(written).not.toMatch(/Zhang/);
  });

  it("says a refusal's code and where it arose", () => {
    const { error, frames } = describeError(new Refusal("conflict", "leave.asked", "…"));

    expect(error).toBe("leave.asked");
    expect(frames).toMatch(/^packages\/functions\/src\/observe\/describe-error\.test\.ts:\d+/);
  });

  it("says a store's answer: its name, its status, why a transaction was cancelled", () => {
    const error = having(new Error("…"), {
      name: "TransactionCanceledException",
      $metadata: { httpStatusCode: 400 },
      CancellationReasons: [{ Code: "None" }, { Code: "TransactionConflict", Message: "…" }],
    });

    expect(describeError(error)).toMatchObject({
      error: "TransactionCanceledException",
      errorStatus: 400,
      reasons: "None TransactionConflict",
    });
  });

  it("says where a row does not fit, by the names of its fields", () => {
    const Row = z.object({ sessions: z.array(z.object({ startsAt: z.iso.datetime() })) });
    const error = thrownBy(() => Row.parse({ sessions: [{ startsAt: "13800001111" }] }));

    expect(describeError(error)).toMatchObject({ misfits: "sessions.*.startsAt invalid_format" });
  });

  it("lets the engine's own words about our code in", () => {
    const error = thrownBy(() => (undefined as unknown as { title: string }).title);

    expect(describeError(error)).toMatchObject({
      error: "TypeError",
      said: "Cannot read properties of undefined (reading 'title')",
    });
  });

  it("says the codes of what caused it", () => {
    const refused = having(new Error("connect ECONNREFUSED 10.0.0.7:25"), { code: "ECONNREFUSED" });

    expect(describeError(new Refusal("unavailable", "store.unavailable", "…", { cause: refused }))).toMatchObject({
      error: "store.unavailable",
      causes: "Error ECONNREFUSED",
    });
  });
});
