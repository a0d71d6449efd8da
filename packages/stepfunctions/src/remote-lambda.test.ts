import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, expect, it } from "vitest";
import type { RawAnswer } from "./index.ts";
import { remoteLambda } from "./remote-lambda.ts";

let server: Server;
let call: ReturnType<typeof remoteLambda>;
beforeAll(async () => {
  server = createServer((request, response) => {
    const name = /functions\/([^/]+)\//.exec(request.url ?? "")?.[1];
    if (name === "fine") response.writeHead(200, { "x-amz-executed-version": "7" }).end('{"a": 1}');
    else if (name === "throws") {
      response.writeHead(200, { "x-amz-function-error": "Unhandled" }).end('{"errorType": "Odd", "errorMessage": "m"}');
    } else if (name === "busy") response.writeHead(429, { "x-amzn-errortype": "TooManyRequestsException" }).end("{}");
    else response.writeHead(404, { "x-amzn-errortype": "ResourceNotFoundException:" }).end('{"Message":"none"}');
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  call = remoteLambda(`http://127.0.0.1:${(server.address() as AddressInfo).port}`);
});
afterAll(() => server.close());

it("takes the answer as the text that came, with the version that ran", async () => {
  expect((await call("fine", {}, { attempt: 0 })) as RawAnswer).toMatchObject({
    text: '{"a": 1}',
    executedVersion: "7",
  });
});

it.each([
  ["throws", "Odd"],
  ["busy", "Lambda.TooManyRequestsException"],
  ["none", "Lambda.ResourceNotFoundException"],
])("names the error of %s %s", async (name, error) => {
  await expect(call(name, {}, { attempt: 0 })).rejects.toMatchObject({ name: error });
});

it("names an endpoint that is not there Lambda.SdkClientException, which workflows retry", async () => {
  const nowhere = remoteLambda("http://127.0.0.1:1");

  await expect(nowhere("fine", {}, { attempt: 0 })).rejects.toMatchObject({ name: "Lambda.SdkClientException" });
});
