import { afterEach, expect, it } from "vitest";
import { serviceAt, signerOf } from "./aws.fixture.ts";
import { deferredWake, invokeLater } from "./deferred-wake.ts";

const open: { close(): Promise<void> }[] = [];
afterEach(async () => {
  for (const server of open.splice(0)) await server.close();
});

/** A deferred wake that invokes a function at a Lambda on loopback, with what it reported. */
async function wakeAt(...answers: Parameters<typeof serviceAt> extends [unknown, ...infer Rest] ? Rest : never) {
  const lambda = await serviceAt("LAMBDA", ...answers);
  open.push(lambda);
  const reported: string[] = [];
  const invoke = () => invokeLater(lambda.client, "yigong-production-Outbox");
  return {
    ...deferredWake({ invoke, report: (error) => reported.push(String(error)) }),
    asked: lambda.asked,
    reported,
  };
}

it("invokes the outbox once, however often it was requested, without waiting for its work", async () => {
  const { request, flush, asked, reported } = await wakeAt({ status: 202 });
  request();
  request();
  await flush();
  await flush();

  expect(asked).toHaveLength(1);
  expect(asked[0]).toMatchObject({
    method: "POST",
    url: "/2015-03-31/functions/yigong-production-Outbox/invocations",
    headers: { "x-amz-invocation-type": "Event" },
    body: Buffer.from("{}"),
  });
  expect(signerOf(asked[0])).toBe("ASIAEXAMPLE eu-central-1 lambda with token");
  expect(reported).toEqual([]);
});

it("invokes nothing when nothing was written", async () => {
  const { flush, asked } = await wakeAt({ status: 202 });
  await flush();

  expect(asked).toEqual([]);
});

it.each([
  ["refuses", { status: 403 } as const],
  ["cannot be reached", "hang up" as const],
])("reports and goes on when Lambda %s", async (_, answer) => {
  const { request, flush, reported } = await wakeAt(answer);
  request();
  await flush();

  expect(reported).toHaveLength(1);
});
