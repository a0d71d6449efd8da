import { afterEach, describe, expect, it } from "vitest";
import { ENV, serviceAt, signerOf } from "./aws.fixture.ts";
import { type Env, endpointOf, type Service } from "./endpoint.ts";
import { signedClient } from "./signed.ts";

const open: { close(): Promise<void> }[] = [];
afterEach(async () => {
  for (const server of open.splice(0)) await server.close();
});
const at = async (...args: Parameters<typeof serviceAt>) => {
  const server = await serviceAt(...args);
  open.push(server);
  return server;
};
const urlAt = ({ client }: Awaited<ReturnType<typeof at>>, path = "/a%20b/c?x=1&y=%E7%85%A7") =>
  new URL(path, client.endpoint.url);

it.each<[Service, Env, string]>([
  ["S3", {}, "https://s3.eu-central-1.amazonaws.com/"],
  ["SESV2", {}, "https://email.eu-central-1.amazonaws.com/"],
  ["LAMBDA", { AWS_REGION: "cn-north-1" }, "https://lambda.cn-north-1.amazonaws.com.cn/"],
  ["DYNAMODB", { AWS_ENDPOINT_URL: "http://localhost:4566" }, "http://localhost:4566/"],
  [
    "SFN",
    { AWS_ENDPOINT_URL: "http://localhost:1", AWS_ENDPOINT_URL_SFN: "http://localhost:2" },
    "http://localhost:2/",
  ],
])("finds %s with %o as AWS's own clients do", (service, env, url) => {
  expect(endpointOf(service, { AWS_REGION: "eu-central-1", ...env }).url.href).toBe(url);
});

it("says which variable is missing", () => {
  expect(() => endpointOf("S3", {})).toThrow("AWS_REGION");
});

it.each<[Service, string]>([
  ["LAMBDA", "lambda"],
  ["SESV2", "ses"],
  ["S3", "s3"],
  ["DYNAMODB", "dynamodb"],
])("signs what goes to %s with method, path, query, headers and body", async (service, name) => {
  const server = await at(service, { status: 200 });
  await server.client.send({ method: "POST", url: urlAt(server), headers: { "x-amz-one": "1" }, body: "正文" });

  expect(signerOf(server.asked[0])).toBe(`ASIAEXAMPLE eu-central-1 ${name} with token`);
  expect(server.asked[0]).toMatchObject({ method: "POST", body: Buffer.from("正文") });
  expect(signerOf({ ...server.asked[0], body: Buffer.from("other") } as never)).toBe(undefined);
});

it("signs without a token when there is none", async () => {
  const server = await at("S3", { status: 200 });
  const env = { ...ENV, AWS_SESSION_TOKEN: undefined, AWS_ENDPOINT_URL_S3: server.url };
  await signedClient("S3", { env }).send({ method: "GET", url: urlAt(server) });

  expect(signerOf(server.asked[0])).toBe("ASIAEXAMPLE eu-central-1 s3 without token");
});

describe("when it is not answered well", () => {
  it.each([500, 503, 429])("comes again after %s, with growing pauses", async (status) => {
    const server = await at("S3", { status }, { status }, { status: 200, body: "good" });
    const answer = await server.client.send({ method: "GET", url: urlAt(server) });

    expect([answer.status, await answer.text()]).toEqual([200, "good"]);
    expect(server.pauses).toEqual([100, 200]);
  });

  it("comes again when the connection was lost, and signs anew", async () => {
    const server = await at("S3", "hang up", { status: 204 });
    const answer = await server.client.send({ method: "DELETE", url: urlAt(server) });

    expect(answer.status).toBe(204);
    expect(server.asked.map(signerOf)).toEqual(Array(2).fill("ASIAEXAMPLE eu-central-1 s3 with token"));
  });

  it("hands a refusal on at once, and the last failure after four tries", async () => {
    const refusing = await at("S3", { status: 403 });
    const failing = await at("S3", { status: 500 });

    expect((await refusing.client.send({ method: "GET", url: urlAt(refusing) })).status).toBe(403);
    expect((await failing.client.send({ method: "GET", url: urlAt(failing) })).status).toBe(500);
    expect([refusing.asked.length, failing.asked.length]).toEqual([1, 4]);
  });

  it("says so when nobody answers", async () => {
    const server = await at("S3", "hang up");

    await expect(server.client.send({ method: "GET", url: urlAt(server) })).rejects.toMatchObject({
      code: "aws.unavailable",
    });
    expect(server.asked).toHaveLength(4);
  });

  it("tries once what must not be done twice", async () => {
    const server = await at("S3", { status: 500 }, { status: 200 });

    expect((await server.client.send({ method: "POST", url: urlAt(server), tries: 1 })).status).toBe(500);
  });
});
