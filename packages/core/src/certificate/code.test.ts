import { createHmac } from "node:crypto";
import { fc, test } from "@fast-check/vitest";
import { describe, expect, it } from "vitest";
import { Code, codeOf, grouped, readCode } from "./code.ts";

const seal = (text: string) => createHmac("sha256", "a key").update(text).digest();
const cause = { runId: "awd_2026_1", memberId: "mem_1" };

describe("a verification code", () => {
  it("follows from run and member, and is the same each time", () => {
    expect(codeOf(seal, cause)).toBe(codeOf(seal, { ...cause }));
    expect(codeOf(seal, cause)).not.toBe(codeOf(seal, { ...cause, runId: "awd_2026_2" }));
    expect(codeOf(seal, cause)).not.toBe(codeOf(seal, { ...cause, memberId: "mem_2" }));
  });

  it("cannot be worked out without the key", () => {
    const other = (text: string) => createHmac("sha256", "another key").update(text).digest();

    expect(codeOf(other, cause)).not.toBe(codeOf(seal, cause));
  });

  it("carries the first 80 bits, five to a character", () => {
    const bytes = (...first: number[]) => Uint8Array.from({ length: 32 }, (_, at) => first[at] ?? 0);

    expect(codeOf(() => bytes(), cause)).toBe("0000000000000000");
    expect(codeOf(() => new Uint8Array(32).fill(255), cause)).toBe("ZZZZZZZZZZZZZZZZ");
    expect(codeOf(() => bytes(0b00001_000, 0b10_00011_0), cause)).toBe("1230000000000000");
  });

  it("is printed in groups of four", () => {
    expect(grouped(Code.parse("7K3MQ9TZ0V4H2XBD"))).toBe("7K3M-Q9TZ-0V4H-2XBD");
  });

  it.each([
    "7K3M-Q9TZ-0V4H-2XBD",
    "7k3mq9tz0v4h2xbd",
    " 7k3m q9tz ov4h 2xbd ",
    "７Ｋ３Ｍ－Ｑ９ＴＺ－０Ｖ４Ｈ－２ＸＢＤ",
    "7K3M—Q9TZ–OV4H‐2XBD",
  ])("is read as people type it: %s", (typed) => {
    expect(readCode(typed)).toBe("7K3MQ9TZ0V4H2XBD");
  });

  it("takes what looks like 1 or 0 for it", () => {
    expect(readCode("iIlL-oO01-0000-0000")).toBe("1111000100000000");
  });

  it.each([
    "",
    "7K3M-Q9TZ-0V4H-2XB",
    "7K3M-Q9TZ-0V4H-2XBD0",
    "7K3M-Q9TZ-0V4H-2XBU",
    "证书",
    "%00",
    "a".repeat(100_000),
  ])("is no code otherwise", (typed) => {
    expect(readCode(typed)).toBeUndefined();
  });

  test.prop([fc.uint8Array({ minLength: 32, maxLength: 32 })])("is read back from paper", (bytes) => {
    const code = codeOf(() => bytes, cause);

    expect(readCode(grouped(code).toLowerCase())).toBe(code);
  });
});
