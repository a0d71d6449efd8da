import { OWN_PAGE, SITE, signingIn } from "@yigong/testing/scenario/browser.ts";
import { testAlliance } from "@yigong/testing/test-alliance.ts";
import { afterAll, beforeAll, describe, expect, it } from "vitest";

const alliance = await testAlliance();
const { given, useCases, web, when } = alliance;
const signIn = signingIn(useCases, web);

afterAll(() => alliance.close());
beforeAll(() => given.members(1));

describe("what a browser sends that changes something", () => {
  const foreign = "https://evil.example";
  const rows: [string, Record<string, string>, boolean][] = [
    ["of our own page", OWN_PAGE, true],
    ["of a form of ours without referrers", { origin: "null", "sec-fetch-site": "same-origin" }, true],
    ["of an older browser on our page", { origin: SITE }, true],
    ["of our page without an origin", { "sec-fetch-site": "same-origin" }, true],
    ["of another site", { origin: foreign, "sec-fetch-site": "cross-site" }, false],
    ["of another site by an older browser", { origin: foreign }, false],
    ["of a sandboxed frame", { origin: "null", "sec-fetch-site": "cross-site" }, false],
    ["of a sandboxed frame in an older browser", { origin: "null" }, false],
    ["of a sister site", { origin: "https://other.yigong.example", "sec-fetch-site": "same-site" }, false],
    ["of the same host without encryption", { origin: "http://yigong.example" }, false],
    ["of another port", { origin: `${SITE}:8443` }, false],
    ["typed into the address bar", { "sec-fetch-site": "none" }, false],
    ["with our origin and another site", { origin: SITE, "sec-fetch-site": "cross-site" }, false],
    ["with another origin and our site", { origin: foreign, "sec-fetch-site": "same-origin" }, false],
    ["with neither", {}, false],
  ];
  const refused = { status: 403, body: { code: "origin.foreign" } };
  const send = async (method: string, headers: Record<string, string>) => {
    const { secret } = await signIn(1);
    const answer = await (await web()).request(`${SITE}/api/v1/me/sessions`, {
      method,
      headers: { cookie: `__Host-yigong=${secret}`, ...headers },
    });
    return { status: answer.status, body: await answer.json() };
  };

  it.each(rows)("%s: %j taken %s", async (_, headers, isTaken) => {
    const answer = await send("DELETE", headers);

    if (isTaken) expect(answer.status).toBe(200);
    else expect(answer).toMatchObject(refused);
  });

  it.each(rows)("and reads nothing less %s", async (_, headers) => {
    expect((await send("GET", headers)).status).toBe(200);
  });

  it.each(["POST", "PUT", "PATCH", "DELETE"])("is refused from elsewhere by %s", async (method) => {
    expect(await send(method, { origin: foreign })).toMatchObject(refused);
  });

  it.each(rows)("is taken by a bearer token, which no other page has, %s", async (_, headers) => {
    const answer = await when(1).request("DELETE", "/me/sessions", undefined, headers);

    expect(answer.status).toBe(200);
  });

  it.each(rows)("signs nobody out %s unless it is ours: %j", async (_, headers, isTaken) => {
    const one = await signIn(1);
    const answer = await (await web()).request(`${SITE}/sign-out`, {
      method: "POST",
      headers: { cookie: `__Host-yigong=${one.secret}`, ...headers },
    });

    expect(answer.status).toBe(isTaken ? 303 : 403);
    expect((await one.get("/members/me")).status).toBe(isTaken ? 401 : 200);
  });
});
