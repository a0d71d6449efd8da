import { describe, expect, it } from "vitest";
import { openRedaction, withoutTokens } from "./redact.ts";

const token = "sfn1.2s-1-3-AbCdEfGhIjKlMnOpQrStUvWx";
const redact = (text: string, ...learnt: string[]) => {
  const redaction = openRedaction("[hidden]");
  for (const each of [text, ...learnt]) redaction.learn(each);
  return redaction.json(text);
};

describe("a task token", () => {
  it.each([
    ["under any name", JSON.stringify({ note: token })],
    ["inside of a text", JSON.stringify([`answer with ${token}, please`])],
    ["as the name of a field", JSON.stringify({ [token]: 1 })],
    ["in JSON in a string in a string", JSON.stringify({ a: JSON.stringify({ b: JSON.stringify([token]) }) })],
    ["written with escapes", `{"a":"\\u0073fn1.2s-1-3-AbCdEfGhIjKlMnOpQrStUvWx"}`],
    ["in text that is no JSON", `Error: ${token} is over`],
  ])("is hidden %s", (_, text) => {
    const shown = redact(text);

    expect(shown).toContain("[hidden]");
    expect(shown).not.toContain("AbCdEfGh");
  });

  it.each(["token", "taskToken", "TaskToken", "TOKEN"])("of any form is hidden by the name %s", (name) => {
    expect(redact(JSON.stringify({ deep: [{ [name]: "AAAAKgAAAAIA" }], other: 1 }))).toBe(
      JSON.stringify({ deep: [{ [name]: "[hidden]" }], other: 1 }, null, 2),
    );
  });

  it("that was seen under its name is hidden wherever else it occurs, in what was learnt before too", () => {
    expect(redact('{"copy":"x AAAAKgAAAAIA y"}', '{"Payload":"{\\"token\\":\\"AAAAKgAAAAIA\\"}"}')).toBe(
      '{\n  "copy": "x [hidden] y"\n}',
    );
  });

  it("does not hide what is short and common", () => {
    expect(redact('{"token":"a","other":"banana"}')).toContain("banana");
  });

  it("is taken out of a whole page", () => {
    expect(withoutTokens(`<a href="/executions/m/${token}">`, "-")).toBe('<a href="/executions/m/-">');
  });
});

it("opens JSON in strings, and leaves names that JavaScript gives a meaning as they are", () => {
  expect(redact('{"__proto__":{"a":1},"input":"{\\"b\\":[2]}"}')).toBe(
    '{\n  "__proto__": {\n    "a": 1\n  },\n  "input": {\n    "b": [\n      2\n    ]\n  }\n}',
  );
});
