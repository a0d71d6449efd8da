import { httpTable, type Send } from "@yigong/core/lib/http-table.ts";
import { dynamoSend } from "@yigong/functions/aws/dynamodb.ts";
import { signedClient } from "@yigong/functions/aws/signed.ts";
import { Crash, type Fault, type Faults, plannedFaults } from "./faults.ts";
import type { TestTable } from "./store.ts";

/** The environment of a function whose DynamoDB is the store of a test. */
export const envOf = ({ store }: Pick<TestTable, "store">) => ({
  AWS_REGION: "us-east-1",
  AWS_ACCESS_KEY_ID: "local",
  AWS_SECRET_ACCESS_KEY: "local",
  AWS_ENDPOINT_URL_DYNAMODB: store.endpoint,
  ...store.reach,
});

/** The public pages' table on the Alliance table of a test, with signed requests to the same store; it neither waits nor guesses. */
export function httpTableOn(opened: Pick<TestTable, "store" | "table">) {
  const fault = sendFaults(dynamoSend(signedClient("DYNAMODB", { env: envOf(opened) })));
  const table = httpTable({
    name: opened.table.alliance,
    send: fault.send,
    random: () => 0,
    pause: async () => undefined,
  });
  return { table, fault };
}

/** Puts faults between the retries of an HTTP table and the store, as `faults` does for the AWS client. */
function sendFaults(send: Send): Faults & { send: Send } {
  const plan = plannedFaults();
  return {
    ...plan,
    async send(operation, body) {
      const fault = plan.next(operation);
      if (fault === "crash-before" || fault === "unsent") throw broken(fault);
      if (fault === "conflict" || fault === "throttled") throw answer(fault);
      // Whatever the store answered is lost with the reply.
      if (fault) await send(operation, body).catch(() => undefined);
      if (fault) throw broken(fault);
      return send(operation, body);
    },
  };
}

const broken = (fault: Fault): Error =>
  fault.startsWith("crash")
    ? new Crash(`the process ended: ${fault}`)
    : Object.assign(new Error("no answer"), { code: "ECONNRESET" });

/** What `dynamoSend` throws for answers that no emulator gives. */
const answer = (fault: "conflict" | "throttled"): Error =>
  Object.assign(new Error(fault), {
    name: fault === "conflict" ? "TransactionConflictException" : "ThrottlingException",
    $metadata: { httpStatusCode: 400 },
  });
