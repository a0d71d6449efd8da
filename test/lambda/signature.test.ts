import { AwsClient } from "aws4fetch";
import { describe, expect, it } from "vitest";
import { isSignedWith, type Received, signedBy } from "./signature.ts";

const SECRET = "secret-of-a-role";

async function signed(url: string, init: RequestInit & { body?: string }, service: string): Promise<Received> {
  const client = new AwsClient({
    accessKeyId: "ASIA1",
    secretAccessKey: SECRET,
    sessionToken: "session",
    region: "x",
    service,
  });
  const request = await client.sign(url, init);
  const { pathname, search, host } = new URL(request.url);
  return {
    method: request.method,
    url: pathname + search,
    headers: { host, ...Object.fromEntries(request.headers) },
    body: Buffer.from(await request.arrayBuffer()),
  };
}

const accepted = (request: Received, secret = SECRET): boolean => {
  const by = signedBy(request);
  return by !== undefined && isSignedWith(secret, request, by);
};

describe("a signature", () => {
  it.each([
    ["dynamodb", "http://127.0.0.1:1/", { method: "POST", body: "{}" }],
    ["lambda", "http://127.0.0.1:1/2015-03-31/functions/arn%3Aaws%3Ax/invocations", { method: "POST", body: "x" }],
    ["s3", "http://127.0.0.1:1/files/serving/a%20b.jpg?x=%E5%B7%A5&versionId=1", { method: "GET" }],
  ])("of a request to %s is told from that of another secret and of another body", async (service, url, init) => {
    const request = await signed(url, init, service);

    expect(signedBy(request)).toMatchObject({ accessKeyId: "ASIA1", service, region: "x" });
    expect([accepted(request), accepted(request, "another")]).toEqual([true, false]);
    if (init.method === "POST") expect(accepted({ ...request, body: Buffer.from("other") })).toBe(false);
  });

  it("covers the session's token", async () => {
    const request = await signed("http://127.0.0.1:1/", { method: "POST", body: "{}" }, "dynamodb");

    expect(accepted({ ...request, headers: { ...request.headers, "x-amz-security-token": "another" } })).toBe(false);
  });

  it("is missing where nobody signed", () => {
    expect(signedBy({ method: "GET", url: "/", headers: {}, body: Buffer.alloc(0) })).toBeUndefined();
  });
});
