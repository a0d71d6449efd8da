import type { Guard } from "@yigong/testing/iam/guard.ts";
import { fault, type Reply, type Service } from "../aws-server.ts";
import type { Answer, FunctionProcess } from "../function-process.ts";

/** A deployed function that can be invoked. */
export interface Invocable {
  arn: string;
  process: FunctionProcess;
  /** How often an asynchronous invocation that fails is tried again. */
  retries: number;
}

/** Lambda's own side of invocations. */
export interface Invoker {
  /** @param nameOrArn - of a deployed function. @throws when there is none */
  invoke(nameOrArn: string, event: unknown): Promise<Answer>;
  /** Takes an invocation on; what it answers is nobody's. */
  accept(nameOrArn: string, event: unknown): void;
  /** Resolves when nothing that was accepted is left to do. */
  idle(): Promise<void>;
  isBusy(): boolean;
  /** Names of functions whose asynchronous invocation failed for good. */
  lost: string[];
  /** While something is done, invocations are accepted and never come: Lambda promises no more. */
  deaf<Result>(run: () => Promise<Result>): Promise<Result>;
}

const INVOKE = /^\/2015-03-31\/functions\/([^/]+)\/invocations/;
const MAX_BYTES = 6_291_556;
const MAX_EVENT_BYTES = 1_048_576;

const nameOf = (nameOrArn: string): string => nameOrArn.split(":function:")[1]?.split(":")[0] ?? nameOrArn;

/** @param now - the virtual calendar, ISO-8601 UTC */
export function openInvoker(functions: ReadonlyMap<string, Invocable>, now: () => string): Invoker {
  const lost: string[] = [];
  const waiting = new Set<string>();
  let isDeaf = false;
  let under: Promise<unknown> | undefined;

  const find = (nameOrArn: string): Invocable => {
    const found = functions.get(nameOf(nameOrArn));
    if (!found) throw new Error(`There is no function ${nameOrArn}.`);
    return found;
  };
  const invoke = (nameOrArn: string, event: unknown) => find(nameOrArn).process.invoke(event, Date.parse(now()));

  const run = async (name: string, event: unknown, left: number): Promise<void> => {
    const answer = await invoke(name, event);
    if (answer.ok) return;
    if (left > 0) await run(name, event, left - 1);
    else lost.push(name);
  };
  return {
    invoke,
    lost,
    isBusy: () => under !== undefined,
    accept(nameOrArn, event) {
      const { arn, retries } = find(nameOrArn);
      if (isDeaf) return;
      // A sandbox takes one at a time; the same event twice behind another says nothing new.
      const same = `${arn} ${JSON.stringify(event)}`;
      if (waiting.has(same)) return;
      waiting.add(same);
      const before = under ?? Promise.resolve();
      const current = Promise.all([
        before,
        before.then(() => {
          waiting.delete(same);
          return run(arn, event, retries);
        }),
      ]).finally(() => {
        if (under === current) under = undefined;
      });
      under = current;
    },
    async deaf(run) {
      isDeaf = true;
      return run().finally(() => {
        isDeaf = false;
      });
    },
    async idle() {
      while (under) await under;
    },
  };
}

/** Lambda's Invoke API behind the guard. */
export function lambdaService({ guard, invoker, arnOf }: LambdaDeps): Service {
  return async (role, { method, url, headers, body }): Promise<Reply> => {
    const target = decodeURIComponent(INVOKE.exec(url)?.[1] ?? "");
    const arn = arnOf(nameOf(target));
    if (method !== "POST" || arn === undefined) return fault(404, "ResourceNotFoundException", "Function not found");
    guard.require(role, [{ action: "lambda:InvokeFunction", resource: arn }]);
    const isEvent = headers["x-amz-invocation-type"] === "Event";
    if (body.length > (isEvent ? MAX_EVENT_BYTES : MAX_BYTES))
      return fault(413, "RequestTooLargeException", "The request payload exceeded the limit.");
    const event: unknown = body.length === 0 ? {} : JSON.parse(body.toString("utf8"));
    if (isEvent) {
      invoker.accept(arn, event);
      return { status: 202 };
    }
    const answer = await invoker.invoke(arn, event);
    if (answer.ok) return { status: 200, body: answer.text };
    return { status: 200, headers: { "x-amz-function-error": "Unhandled" }, body: JSON.stringify(answer.error) };
  };
}

interface LambdaDeps {
  guard: Guard;
  invoker: Invoker;
  /** The ARN of a deployed function by its name. */
  arnOf: (name: string) => string | undefined;
}
