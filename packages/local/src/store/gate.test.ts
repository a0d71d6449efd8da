import { createServer, type IncomingMessage, request, type Server } from "node:http";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { Address } from "./address.ts";
import { type Gate, openGate } from "./gate.ts";
import { mayEndStore } from "./harmful-expression.ts";

const KEY = "0123456789abcdef";
const signed = (key: string) =>
  `AWS4-HMAC-SHA256 Credential=${key}/20260101/us-east-1/dynamodb/aws4_request, Signature=0`;

let store: Server;
let at: Address | undefined;
let gate: Gate;
let passed: { target: unknown; body: string }[];

const portOf = (server: Server) => (server.address() as { port: number }).port;

beforeEach(async () => {
  passed = [];
  store = createServer(async (asked, answer) => {
    const chunks = await asked.toArray();
    passed.push({ target: asked.headers["x-amz-target"], body: Buffer.concat(chunks).toString() });
    answer.writeHead(200, { "access-control-allow-origin": "*" }).end("done");
  });
  await new Promise<void>((resolve) => store.listen(0, "127.0.0.1", resolve));
  at = { host: "127.0.0.1", port: portOf(store) };
  gate = await openGate({ key: KEY, store: () => at, version: "1.2.1" });
});
afterEach(async () => {
  await gate.close();
  store.close();
});

type Headers = Record<string, string>;

function ask(headers: Headers, body = "{}", method = "POST"): Promise<{ status: number | undefined; text: string }> {
  return new Promise((resolve, reject) => {
    const asked = request(gate.endpoint, { method, headers, agent: false }, async (answer: IncomingMessage) => {
      const chunks = await answer.toArray();
      resolve({ status: answer.statusCode, text: Buffer.concat(chunks).toString() });
    });
    asked.on("error", reject).end(body);
  });
}

const own = { authorization: signed(KEY), "x-amz-target": "DynamoDB_20120810.GetItem" };

describe("the way to the store", () => {
  it("passes on what is signed with the key, whole", async () => {
    const body = JSON.stringify({ Item: { name: { S: "义工".repeat(200_000) } } });

    expect(await ask(own, body)).toEqual({ status: 200, text: "done" });
    expect(passed).toEqual([{ target: own["x-amz-target"], body }]);
  });

  it.each<[string, Headers, number]>([
    ["no signature", {}, 403],
    ["another key", { authorization: signed("local") }, 403],
    ["a key that only begins like ours", { authorization: signed(`${KEY}0`) }, 403],
    ["a key of other bytes and the same length", { authorization: signed("é123456789abcdef") }, 403],
    ["an origin", { ...own, origin: "https://evil.example" }, 403],
    ["an origin of this machine", { ...own, origin: "http://localhost:3000" }, 403],
    ["a sandbox's origin", { ...own, origin: "null" }, 403],
    ["a browser's mark", { ...own, "sec-fetch-site": "same-origin" }, 403],
    ["a foreign host", { ...own, host: "evil.example" }, 421],
    ["a foreign host with a port", { ...own, host: "evil.example:1" }, 421],
    ["a host that begins like loopback", { ...own, host: "127.0.0.1.evil.example" }, 421],
    ["a host that ends like loopback", { ...own, host: "evil.localhost.example" }, 421],
  ])("refuses %s", async (_, headers, status) => {
    expect((await ask(headers)).status).toBe(status);
    expect(passed).toEqual([]);
  });

  it("gives a browser's preflight nothing", async () => {
    const preflight = { origin: "https://evil.example", "access-control-request-headers": "x-amz-target" };

    expect((await ask(preflight, "", "OPTIONS")).status).toBe(403);
  });

  it("refuses the expression that would end the store", async () => {
    expect((await ask(own, JSON.stringify({ UpdateExpression: "SET a = :é" }))).status).toBe(400);
    expect(passed).toEqual([]);
  });

  it("says for now that it is unavailable while the store does not run, or does not answer", async () => {
    store.close();
    store.closeAllConnections();
    const silent = await ask(own);
    at = undefined;

    expect([silent.status, (await ask(own)).status]).toEqual([503, 503]);
  });
});

describe("an expression", () => {
  it.each([
    [{ UpdateExpression: "SET a = :é" }],
    [{ ConditionExpression: "#姓名 = :a" }],
    [{ TransactItems: [{ Update: { UpdateExpression: "SET a = :a, b = :é" } }] }],
    [{ Statement: "SELECT * FROM T WHERE é = 1" }],
    [{ FilterExpression: "a\u00a0= :a" }],
  ])("beyond ASCII is harmful: %j", (body) => {
    expect(mayEndStore(Buffer.from(JSON.stringify(body)))).toBe(true);
  });

  it.each([String.raw`{"UpdateExpression":"SET a = :\u00e9"}`, String.raw`{"Update\u0045xpression":"SET a = :é"}`])(
    "is found behind escapes: %s",
    (body) => {
      expect(mayEndStore(Buffer.from(body))).toBe(true);
    },
  );

  it.each([
    [{ UpdateExpression: "SET #a = :a,\n #b = :b", ExpressionAttributeValues: { ":a": { S: "义工" } } }],
    [{ ConditionExpression: "attribute_not_exists(#pk)", Item: { UpdateExpression: { S: "SET a = :é" } } }],
    [{ ConditionExpression: "a = :a", Item: { text: { S: '"UpdateExpression":"é"' } } }],
    [{ Item: { name: { S: "义工" } } }],
  ])("of placeholders is not, whatever the values: %j", (body) => {
    expect(mayEndStore(Buffer.from(JSON.stringify(body)))).toBe(false);
  });
});
