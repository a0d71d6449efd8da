import { memoryFiles } from "@yigong/testing/memory-files.ts";
import type { APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2 } from "aws-lambda";
import { Hono } from "hono";
import { expect, it } from "vitest";
import { onHttp } from "./http-handler.ts";
import { behindLinks } from "./large-answers.ts";

const MB = 1024 * 1024;
/** The most that Lambda takes as an answer. */
const LAMBDA_BYTES = 6 * MB;
const XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

const stream = (bytes: number, fill: number) =>
  new ReadableStream<Uint8Array>({
    start(to) {
      for (let left = bytes; left > 0; left -= MB) to.enqueue(new Uint8Array(Math.min(MB, left)).fill(fill));
      to.close();
    },
  });
const sent = (bytes: number, type: string) =>
  new Response(stream(bytes, type === XLSX ? 0 : 34), {
    headers: { "content-type": type, "content-disposition": 'attachment; filename="l.xlsx"' },
  });

/** An app behind links as API Gateway calls it. */
function lambda() {
  const files = { ...memoryFiles(), names: [] as (string | undefined)[] };
  const { servingUrl } = files;
  files.servingUrl = (key, options) => {
    files.names.push(options?.downloadName);
    return servingUrl(key);
  };
  const faults: string[] = [];
  const app = new Hono()
    .get("/json/:bytes", (c) => sent(Number(c.req.param("bytes")), "application/json"))
    .get("/xlsx/:bytes", (c) => sent(Number(c.req.param("bytes")), XLSX))
    .post("/xlsx/:bytes", (c) => sent(Number(c.req.param("bytes")), XLSX))
    .get("/torn", () => new Response(new ReadableStream({ pull: (to) => to.error(new Error("torn")) })));
  const random = (digits: number) => "f".repeat(digits);
  const root = behindLinks(app, { files, random, report: (what) => faults.push(what) });
  const wake = { request: () => undefined, flush: async () => undefined };
  const handler = onHttp({ wake, invocation: (_, run) => run() }, root);
  const call = async (method: string, path: string) => {
    const http = { method, path, protocol: "HTTP/1.1", sourceIp: "10.0.0.1", userAgent: "test" };
    const event = {
      version: "2.0",
      rawPath: path,
      rawQueryString: "",
      headers: { host: "yigong.example.com" },
      requestContext: { http, requestId: "r1", domainName: "yigong.example.com" },
      isBase64Encoded: false,
    } as unknown as APIGatewayProxyEventV2;
    return (await handler(event, {} as never)) as APIGatewayProxyStructuredResultV2;
  };
  return { call, files, faults };
}

it.each([
  ["a workbook", `/xlsx/${4.2 * MB}`],
  ["quotes alone, as JSON", `/json/${2.8 * MB}`],
])("carries %s that just fits, within what Lambda takes", async (_, path) => {
  const { call, files } = lambda();
  const answer = await call("GET", path);

  expect([answer.statusCode, answer.headers?.["content-disposition"]]).toEqual([200, 'attachment; filename="l.xlsx"']);
  expect(Buffer.byteLength(JSON.stringify(answer))).toBeLessThan(LAMBDA_BYTES);
  expect(files.objects.size).toBe(0);
});

it.each(["/xlsx/4500000", "/json/3000000"])("carries no answer to %s, which Lambda would not take", async (path) => {
  expect((await lambda().call("GET", path)).statusCode).toBe(303);
});

it("answers with a link to what is larger, which nobody can guess, and which is saved under its name", async () => {
  const { call, files } = lambda();
  const { statusCode, headers, body } = await call("GET", `/xlsx/${9 * MB}`);
  const key = `serving/downloads/${"f".repeat(32)}`;

  expect([statusCode, headers?.location, body]).toEqual([303, `https://files.example/${key}`, ""]);
  expect(headers?.["cache-control"]).toBe("no-store");
  expect([...files.objects].map(([name, bytes]) => [name, bytes.length])).toEqual([[key, 9 * MB]]);
  expect(files.names).toEqual(["l.xlsx"]);
});

it("tells a fault in the middle of an answer as a problem, not as half an answer", async () => {
  const { call, faults } = lambda();

  expect((await call("GET", "/torn")).statusCode).toBe(500);
  expect(faults).toHaveLength(1);
});
