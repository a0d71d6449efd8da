import { OAuth2Server } from "oauth2-mock-server";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { oidc } from "./oidc.ts";

const redirectUri = "https://yigong.example/sign-in/oidc/callback";
const flow = {
  state: "5".repeat(64),
  nonce: "the-nonce",
  verifier: "v".repeat(43),
  host: "browser" as const,
  redirectUri,
};

let server: OAuth2Server;
let claims: Record<string, unknown>;
beforeEach(async () => {
  claims = {};
  server = new OAuth2Server();
  await server.issuer.keys.generate("RS256");
  await server.start(0, "127.0.0.1");
  server.service.on("beforeTokenSigning", (token: { payload: Record<string, unknown> }) =>
    Object.assign(token.payload, claims),
  );
});
afterEach(() => server.stop());

const way = (more: object = {}) =>
  oidc(
    { issuer: String(server.issuer.url), clientId: "yigong", clientSecret: "s3cret", scope: "openid profile", ...more },
    { fetch, now: () => 0 },
  );
/** As a browser: to the issuer, and back by where it leads. */
async function comeBack(asked = way(), by = flow) {
  const answer = await fetch(await asked.begin(by, "zh-CN"), { redirect: "manual" });
  return new URL(answer.headers.get("location") ?? "");
}
const code = (run: Promise<unknown>) => run.then(() => "done").catch((error: { code: string }) => error.code);

describe("an OIDC server of others", () => {
  it("is asked for a code with state, nonce and a challenge", async () => {
    const url = new URL(await way().begin(flow, "zh-CN"));

    expect(Object.fromEntries(url.searchParams)).toEqual({
      client_id: "yigong",
      redirect_uri: redirectUri,
      response_type: "code",
      scope: "openid profile",
      state: flow.state,
      nonce: "the-nonce",
      code_challenge: expect.stringMatching(/^[\w-]{43}$/),
      code_challenge_method: "S256",
      ui_locales: "zh-CN",
    });
  });

  it("says who somebody is, of which groups, and by which number where that is taken for true", async () => {
    claims = { sub: "u-1", name: "张三", groups: ["admins", "care"], employee_number: "000102" };
    const told = await way({ groupsClaim: "groups", employeeClaim: "employee_number" }).identify(
      await comeBack(),
      flow,
    );
    const plain = await way().identify(await comeBack(), flow);

    expect(told).toEqual({
      provider: "oidc",
      tenant: server.issuer.url,
      subject: "u-1",
      name: "张三",
      groups: ["admins", "care"],
      employeeNumber: "000102",
    });
    expect(plain).toEqual({ provider: "oidc", tenant: server.issuer.url, subject: "u-1", name: "张三" });
  });

  it.each([
    ["another nonce", { nonce: "another" }],
    ["another audience", { aud: "others" }],
    ["another issuer", { iss: "https://evil.example" }],
    ["a time that is over", { exp: 1_000_000_000 }],
  ])("is not believed with %s in the id_token", async (_, wrong) => {
    claims = { sub: "u-1", ...wrong };

    expect(await code(way().identify(await comeBack(), flow))).toBe("identity.start_again");
  });

  it("is not believed with a state, or for a verifier, that are not those of the browser", async () => {
    const callback = await comeBack();

    expect(await code(way().identify(callback, { ...flow, state: "6".repeat(64) }))).toBe("identity.start_again");
    expect(await code(way().identify(callback, { ...flow, verifier: "w".repeat(43) }))).toBe("identity.start_again");
  });

  it("gives nothing for a code that was used", async () => {
    const callback = await comeBack();
    await way().identify(callback, flow);
    server.service.once("beforeResponse", (response: { body: object; statusCode: number }) => {
      response.statusCode = 400;
      response.body = { error: "invalid_grant" };
    });

    expect(await code(way().identify(callback, flow))).toBe("identity.start_again");
  });

  it("may say no, and may be down, without a word of secrets", async () => {
    const no = new URL(`${redirectUri}?error=access_denied&state=${flow.state}`);
    const asked = way();
    expect(await code(asked.identify(no, flow))).toBe("identity.declined");
    const callback = await comeBack(asked);
    await server.stop();
    const error = await asked
      .identify(callback, flow)
      .then(() => undefined)
      .catch((caught: Error) => caught);
    const fresh = way({ issuer: "http://127.0.0.1:9" });

    expect(error).toMatchObject({ code: "identity.provider_down" });
    expect(JSON.stringify([error?.message, error?.cause])).not.toMatch(/s3cret|code=/);
    expect(await code(fresh.begin(flow, "en"))).toBe("identity.provider_down");
    await server.start(0, "127.0.0.1");
  });
});
