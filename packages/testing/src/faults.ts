import { TransactionCanceledException, TransactionConflictException } from "@aws-sdk/client-dynamodb";
import type { DynamoDBDocumentClient } from "@aws-sdk/lib-dynamodb";

/** Our process ended at this request; nothing it would do after may reach the store. */
export class Crash extends Error {}

/**
 * What goes wrong with one try of a request:
 * `crash-before` and `crash-after` end the process before it is sent or once it is done;
 * `unsent` and `lost-reply` break the connection at the same two points, which the client may try again;
 * `conflict` and `throttled` are the store's answers that no emulator gives.
 */
export type Fault = "crash-before" | "crash-after" | "unsent" | "lost-reply" | "conflict" | "throttled";

export interface Faults {
  /** The commands tried so far, in order, such as `TransactWriteItems`. */
  readonly tried: readonly string[];
  /** Lets the n-th try from now on (1 is the next) go wrong. */
  at(n: number, fault: Fault): void;
  /** Lets every try from now on go wrong. */
  always(fault: Fault): void;
  /** From now on nothing goes wrong; a crashed process is started again. */
  mend(): void;
}

/**
 * Faults that are planned by a test, for whatever sends requests.
 *
 * @returns `next` counts a try and tells what goes wrong with it; after a crash everything does
 */
export function plannedFaults(): Faults & { next(command: string): Fault | undefined } {
  const tried: string[] = [];
  let planned = new Map<number, Fault>();
  let lasting: Fault | undefined;
  return {
    tried,
    next(command) {
      tried.push(command);
      const fault = planned.get(tried.length) ?? lasting;
      if (fault?.startsWith("crash")) lasting = "crash-before";
      return fault;
    },
    at: (n, fault) => planned.set(tried.length + n, fault),
    always: (fault) => {
      lasting = fault;
    },
    mend: () => {
      planned = new Map();
      lasting = undefined;
    },
  };
}

/** Puts faults between a client's retries and the store. */
export function faults(client: DynamoDBDocumentClient): Faults {
  const plan = plannedFaults();
  client.middlewareStack.add(
    (next, context) => async (args) => {
      const fault = plan.next((context.commandName ?? "").replace(/Command$/, ""));
      if (fault === "crash-before" || fault === "unsent") throw broken(fault);
      if (fault === "conflict" || fault === "throttled") throw answer(fault, args.input);
      // Whatever the store answered is lost with the reply.
      if (fault) await next(args).catch(() => {});
      if (fault) throw broken(fault);
      return next(args);
    },
    { step: "deserialize", priority: "high", name: "faults" },
  );
  return plan;
}

const broken = (fault: Fault): Error =>
  fault.startsWith("crash")
    ? new Crash(`the process ended: ${fault}`)
    : Object.assign(new Error("socket hang up"), { code: fault === "unsent" ? "ECONNREFUSED" : "ECONNRESET" });

function answer(fault: "conflict" | "throttled", input: object): Error {
  const $metadata = { httpStatusCode: 400 };
  const items = "TransactItems" in input && Array.isArray(input.TransactItems) ? input.TransactItems : undefined;
  if (fault === "throttled")
    return Object.assign(new Error("slow down"), { name: "ThrottlingException", $fault: "client", $metadata });
  if (!items) return new TransactionConflictException({ message: "conflict", $metadata });
  const CancellationReasons = items.map((_, index) => ({ Code: index === 0 ? "TransactionConflict" : "None" }));
  return new TransactionCanceledException({ message: "cancelled", CancellationReasons, $metadata });
}
