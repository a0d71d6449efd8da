import { testAlliance } from "@yigong/testing/test-alliance.ts";
import { afterAll, beforeEach, describe, expect, it } from "vitest";

const alliance = await testAlliance();
const { given, when } = alliance;
afterAll(() => alliance.close());

beforeEach(async () => {
  await alliance.clear();
  await given.members(1, 2, "admin", "alliance", "auditor");
});

const read = (path: string, tag?: string) =>
  when("admin").request("GET", path, undefined, tag === undefined ? {} : { "if-none-match": tag });
const tagOf = async (path: string) => (await read(path)).headers.get("etag") ?? "none";

describe("what is read", () => {
  it.each(["/members", "/units", "/organization", "/activities", "/members/me", "/messages"])(
    "has an entity tag, and is not sent again to whoever has it: %s",
    async (path) => {
      const first = await read(path);
      const again = await read(path, first.headers.get("etag") ?? "none");

      expect(first.headers.get("etag")).toMatch(/^W\/"[0-9a-f]{40}"$/);
      expect(first.headers.get("cache-control")).toBe("private, no-cache");
      expect([first.status, again.status, await again.text()]).toEqual([200, 304, ""]);
      expect(again.headers.get("cache-control")).toBe("private, no-cache");
    },
  );

  it("has a tag on every list of the API that may be stored", async () => {
    const web = await alliance.web();
    const { paths } = (await (await web.request("/api/openapi.json")).json()) as { paths: Record<string, object> };
    const lists = Object.entries(paths).filter(([path, verbs]) => "get" in verbs && !path.includes("{"));
    const untagged: string[] = [];
    for (const [path] of lists) {
      const { ok, headers } = await read(path);
      const isStored = !headers.get("cache-control")?.includes("no-store");
      if (ok && isStored !== headers.has("etag")) untagged.push(path);
    }

    expect([lists.length > 20, untagged]).toEqual([true, []]);
  });

  it("has another tag once it is another", async () => {
    const before = await tagOf("/members");
    await given.members(3);

    const again = await read("/members", before);
    expect([again.status, again.headers.get("etag") === before]).toEqual([200, false]);
  });

  it("is asked for by any of several tags, and by any at all", async () => {
    const tag = await tagOf("/members");

    expect((await read("/members", `"other", ${tag}`)).status).toBe(304);
    expect((await read("/members", "*")).status).toBe(304);
    expect((await read("/members", '"other"')).status).toBe(200);
  });
});

describe("no tag", () => {
  it("is given to a refusal, nor is one kept from somebody who has a tag", async () => {
    const refused = await read("/members/mem_00000000000000000000000999", "*");

    expect([refused.status, refused.headers.get("etag")]).toEqual([404, null]);
  });

  it("is given to what is not to be stored", async () => {
    const ledger = await when("auditor").request("GET", "/exports/ledger.jsonl");

    expect([ledger.status, ledger.headers.get("etag")]).toEqual([200, null]);
  });

  it("lets anybody in who is not signed in", async () => {
    const tag = await tagOf("/members");
    const web = await alliance.web();
    const stranger = await web.request("/api/v1/members", { headers: { "if-none-match": tag } });

    expect(stranger.status).toBe(401);
  });
});
