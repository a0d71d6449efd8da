import { testAlliance } from "@yigong/testing/test-alliance.ts";
import { afterAll, describe, expect, it } from "vitest";
import { FIELDS } from "../lib/field-words.ts";
import { chineseOf } from "./openapi-language.ts";

const alliance = await testAlliance();
afterAll(() => alliance.close());

const web = await alliance.web();
const documentAt = async (query: string, headers: Record<string, string> = {}) =>
  (await web.request(`/api/openapi.json${query}`, { headers })).json();

interface Schema {
  $ref?: string;
  properties?: Record<string, Schema>;
  items?: Schema;
  anyOf?: Schema[];
  oneOf?: Schema[];
  allOf?: Schema[];
}
interface Operation {
  summary?: string;
  tags?: string[];
  parameters?: { name: string; in: string }[];
  requestBody?: { content: Record<string, { schema: Schema }> };
}

const english = await documentAt("");
const operations = Object.values(english.paths as Record<string, Record<string, Operation>>).flatMap((path) =>
  Object.values(path),
);

/** Every `description` of a document, wherever it stands. */
function descriptionsOf(value: unknown): string[] {
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([key, each]) =>
    key === "description" && typeof each === "string" ? [each] : descriptionsOf(each),
  );
}

function fieldsOf(schema: Schema | undefined, seen = new Set<Schema>()): string[] {
  if (!schema || seen.has(schema)) return [];
  seen.add(schema);
  const named = english.components.schemas[schema.$ref?.split("/").at(-1) ?? ""] as Schema | undefined;
  const inner = [named, schema.items, ...(schema.anyOf ?? []), ...(schema.oneOf ?? []), ...(schema.allOf ?? [])];
  const own = Object.entries(schema.properties ?? {}).flatMap(([name, each]) => [name, ...fieldsOf(each, seen)]);
  return [...own, ...inner.flatMap((each) => fieldsOf(each, seen))];
}

const without = (texts: Iterable<string | undefined>) =>
  [...new Set(texts)].filter((text) => text === undefined || !/\p{Script=Han}|JSON Lines/u.test(chineseOf(text) ?? ""));

describe("the API's description", () => {
  it("has a Chinese text for every summary, tag and description", () => {
    expect(without(operations.map(({ summary }) => summary))).toEqual([]);
    expect(without(operations.flatMap(({ tags }) => tags ?? []))).toEqual([]);
    expect(without(descriptionsOf(english))).toEqual([]);
  });

  it("has a Chinese name for every field of a request", () => {
    const asked = operations.flatMap(({ parameters = [], requestBody }) => [
      ...parameters.map(({ name }) => name),
      ...Object.values(requestBody?.content ?? {}).flatMap(({ schema }) => fieldsOf(schema)),
    ]);

    expect([...new Set(asked)].filter((name) => !Object.hasOwn(FIELDS, name))).toEqual([]);
  });

  it("is English for programs, whatever they accept, and Chinese when it is asked for", async () => {
    const chinese = await documentAt("?lang=zh-CN");

    expect(english.paths["/members"].get).toMatchObject({ summary: "List the roster", tags: ["Members"] });
    expect((await documentAt("", { "accept-language": "zh-CN" })).paths).toEqual(english.paths);
    expect((await documentAt("?lang=xx")).paths).toEqual(english.paths);
    expect(chinese.paths["/members"].get).toMatchObject({ summary: "列出名册", tags: ["成员"] });
  });

  it("describes the same routes, fields and codes in both languages", async () => {
    const chinese = await documentAt("?lang=zh-CN");
    const bare = (document: unknown): unknown =>
      JSON.parse(
        JSON.stringify(document, (key, value) =>
          /^(summary|description|tags)$/.test(key) && typeof value !== "object" ? 0 : key === "tags" ? 0 : value,
        ),
      );

    expect(bare(chinese)).toEqual(bare(english));
  });
});

describe("the page of the API", () => {
  it.each([
    ["", "zh-CN", "义工接口", "zh-CN"],
    ["?lang=en", "zh-CN", "Yigong API", "en"],
    ["", "en-GB,en;q=0.9", "Yigong API", "en"],
    ["?lang=zh", "en", "义工接口", "zh-CN"],
  ])("at %j for a reader of %s is called %s", async (query, accepted, title, language) => {
    const headers = { "accept-language": accepted };
    const page = await (await web.request(`/api/docs${query}`, { headers })).text();
    const start = await (await web.request(`/api/docs/start.js?lang=${language}`)).text();

    expect(page).toContain(`<title>${title}</title>`);
    expect(page).toContain(`/api/docs/start.js?lang=${language}`);
    expect(start).toContain(`/api/openapi.json?lang=${language}`);
  });
});
