import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import * as z from "zod";
import { wordsOfIssue } from "./issue-words.ts";
import { schemaWords } from "./schema-words.ts";

const told = (schema: z.ZodType, value: unknown) => {
  const [issue] = schema.safeParse(value).error?.issues ?? [];
  return issue && wordsOfIssue(issue);
};

describe("what a schema finds is told in both languages", () => {
  it.each<[string, z.ZodType, unknown, string, string]>([
    ["nothing", z.object({ a: z.string() }), {}, "缺少这一项", "is missing"],
    ["another type", z.string(), 7, "须为文字", "must be text"],
    ["a fraction", z.int(), 1.5, "须为整数", "must be a whole number"],
    ["no record", z.record(z.string(), z.string()), "x", "须为一组字段", "must be a group of fields"],
    ["a type without a word", z.date(), "x", "类型不对", "has the wrong type"],
    ["an empty text", z.string().min(1), "", "不能为空", "must not be empty"],
    ["a short text", z.string().min(3), "x", "至少3个字", "must have at least 3 characters"],
    ["a long text", z.string().max(1), "xx", "最多1个字", "must have at most 1 characters"],
    ["a short list", z.array(z.string()).min(2), [], "至少2项", "must have at least 2 entries"],
    ["a long list", z.array(z.string()).max(0), ["x"], "最多0项", "must have at most 0 entries"],
    ["a small number", z.number().min(1), 0, "不能小于1", "must be at least 1"],
    ["a number on the edge", z.number().gt(1), 1, "须大于1", "must be more than 1"],
    ["a great number", z.number().max(5), 6, "不能大于5", "must be at most 5"],
    ["a number on the upper edge", z.number().lt(5), 5, "须小于5", "must be less than 5"],
    ["an odd number", z.number().multipleOf(2), 3, "须为2的倍数", "must be a multiple of 2"],
    ["no address", z.email(), "x", "不是有效的邮箱地址", "is no mail address"],
    ["no instant", z.iso.datetime(), "x", "不是有效的时间", "is no ISO-8601 instant in UTC"],
    ["no date", z.iso.date(), "x", "不是有效的日期", "is no date"],
    ["no form", z.string().regex(/^a$/), "x", "格式不对", "has the wrong form"],
    ["none of a choice", z.enum(["a", "b"]), "c", "不在可选的值之中", "is none of the values to choose from: a, b"],
    ["none of several", z.union([z.string(), z.int()]), {}, "不是可接受的形式", "has none of the forms that are taken"],
    ["an unknown key", z.strictObject({}), { a: 1 }, "没有这一项", "there is no such field"],
    ["what is refined without a word", z.string().refine(() => false), "x", "内容无效", "is not valid"],
  ])("%s", (_, schema, value, chinese, english) => {
    expect(told(schema, value)).toEqual({ "zh-CN": chinese, en: english });
  });
});

describe("a text that a schema has of its own", () => {
  const ROOT = join(import.meta.dirname, "../../../..");
  const OWN =
    /(?:regex|refine)\(.*?,\s*(?:\{ message: )?(["`])([^"`]+)\1 ?\}?\)|^ {2}\{ path: .*message: (")([^"]+)"/gm;
  const texts = globSync("packages/{core,application,functions}/src/**/*.ts", { cwd: ROOT })
    .filter((path) => !/\.test\.ts$|functions\/src\/aws\//.test(path))
    .flatMap((path) => [...readFileSync(join(ROOT, path), "utf8").matchAll(OWN)])
    .map(([, , quoted, , message]) =>
      (quoted ?? message ?? "").replace(/\$\{prefix\}/, "mem").replace(/\$\{\w+\}/, "12"),
    );

  it("has a Chinese one beside it, with the same number", () => {
    expect(texts.length).toBeGreaterThan(10);
    expect(texts.filter((text) => !/^\P{ASCII}/u.test(schemaWords(text)?.["zh-CN"] ?? ""))).toEqual([]);
    expect(schemaWords("must have at least 12 characters")?.["zh-CN"]).toBe("至少12个字");
  });
});
