import type { Received } from "@yigong/testing/signature.ts";
import type { APIGatewayProxyEventV2 } from "aws-lambda";
import { describe, expect, it } from "vitest";
import { openGateway } from "./gateway.ts";

const AT = "2026-09-01T01:00:00.000Z";
const routes = new Map([
  ["GET /s/{token}", "SurveyPages"],
  ["$default", "Api"],
]);

/** Sends a request; `answer` is what the function answers. */
async function sent(request: Partial<Received>, answer: { ok: boolean; text?: string } = { ok: true, text: "{}" }) {
  const calls: { name: string; event: APIGatewayProxyEventV2 }[] = [];
  const lines: string[] = [];
  const gateway = openGateway(
    {
      id: "api",
      routes,
      logFormat: '{"route":"$context.routeKey","status":$context.status,"id":"$context.requestId"}',
    },
    {
      invoke: async (name, event) => {
        calls.push({ name, event });
        return answer;
      },
      now: () => AT,
      newRequestId: () => "r1",
      log: (line) => lines.push(line),
    },
  );
  const reply = await gateway({ method: "GET", url: "/", headers: {}, body: Buffer.alloc(0), ...request });
  return { reply, lines, call: calls[0], event: calls[0]?.event };
}

describe("a request", () => {
  it.each([
    ["GET", "/s/abc", "SurveyPages", "GET /s/{token}", { token: "abc" }],
    ["POST", "/s/abc", "Api", "$default", undefined],
    ["GET", "/s/abc/more", "Api", "$default", undefined],
    ["GET", "/", "Api", "$default", undefined],
  ])("%s %s goes to %s", async (method, url, name, routeKey, pathParameters) => {
    const { call, event } = await sent({ method, url });

    expect([call?.name, event?.routeKey, event?.pathParameters]).toEqual([name, routeKey, pathParameters]);
  });

  it.each([
    ["application/json", '{"a":"工"}', false],
    ["application/problem+json", "{}", false],
    ["text/csv; charset=utf-8", "a,b", false],
    ["application/x-www-form-urlencoded", "a=1", true],
    ["multipart/form-data; boundary=x", "--x--", true],
  ])("with a body of %s is text or base64", async (type, body, isBase64Encoded) => {
    const { event } = await sent({ method: "POST", headers: { "content-type": type }, body: Buffer.from(body) });

    expect(event).toMatchObject({
      isBase64Encoded,
      body: isBase64Encoded ? Buffer.from(body).toString("base64") : body,
    });
  });

  it("comes with its query, cookies apart, and the request's id", async () => {
    const { event } = await sent({ url: "/a%20b?x=1&x=%E5%B7%A5", headers: { cookie: "a=1; b=2", "x-one": "1" } });

    expect(event).toMatchObject({
      rawPath: "/a b",
      rawQueryString: "x=1&x=%E5%B7%A5",
      queryStringParameters: { x: "1,工" },
      cookies: ["a=1", "b=2"],
      requestContext: { requestId: "r1", timeEpoch: Date.parse(AT), http: { method: "GET", path: "/a b" } },
    });
    expect(event?.headers).toEqual({ "x-one": "1" });
  });

  it("of more than 10 MB reaches nobody", async () => {
    const { reply, call } = await sent({ method: "POST", body: Buffer.alloc(10 * 1024 * 1024 + 1) });

    expect([reply.status, call]).toEqual([413, undefined]);
  });
});

describe("an answer", () => {
  it("goes out as the function says, bytes as bytes", async () => {
    const body = Buffer.from([1, 2]).toString("base64");
    const answer = { statusCode: 201, headers: { a: "b" }, cookies: ["c=1", "d=2"], body, isBase64Encoded: true };
    const { reply } = await sent({}, { ok: true, text: JSON.stringify(answer) });

    expect(reply).toMatchObject({
      status: 201,
      headers: { a: "b", "set-cookie": ["c=1", "d=2"] },
      body: Buffer.from([1, 2]),
    });
  });

  it("without a status is a body of JSON", async () => {
    expect((await sent({}, { ok: true, text: '{"a":1}' })).reply).toMatchObject({ status: 200, body: '{"a":1}' });
  });

  it("of a function that failed says nothing of why", async () => {
    expect((await sent({}, { ok: false })).reply).toMatchObject({
      status: 500,
      body: '{"message":"Internal Server Error"}',
    });
  });
});

it("writes the access log in the format that is set", async () => {
  expect((await sent({ url: "/s/secret" })).lines).toEqual(['{"route":"GET /s/{token}","status":200,"id":"r1"}']);
});
