import type { Outcome } from "../states/task-result.ts";

/** Calls a Lambda handler; a thrown error's `name` becomes errorType, its message errorMessage. */
export type Invoke = (functionName: string, payload: unknown, context: { attempt: number }) => Promise<unknown>;

/** Returned by a handler that counts as still running when virtual time advances. */
export const stillRunning: unique symbol = Symbol("still running");

/** Thrown by an invoker that has the error's name and cause text as Lambda returned them. */
export class InvocationFailed extends Error {
  readonly causeText: string;
  constructor(name: string, causeText: string) {
    super(name);
    this.name = name;
    this.causeText = causeText;
  }
}

/** Returned by an invoker that has the answer as the text that Lambda returned. */
export class RawAnswer {
  readonly text: string;
  readonly executedVersion: string;
  constructor(text: string, executedVersion: string) {
    this.text = text;
    this.executedVersion = executedVersion;
  }
}

/** Runs a handler and returns its outcome; undefined when it is still running. Never throws. */
export async function outcomeOf(call: () => Promise<unknown>): Promise<Outcome | undefined> {
  try {
    const answer = await call();
    if (answer === stillRunning) return undefined;
    if (answer instanceof RawAnswer)
      return { kind: "returned", text: answer.text, executedVersion: answer.executedVersion };
    return { kind: "returned", text: JSON.stringify(answer) ?? "null" };
  } catch (error) {
    return threw(error);
  }
}

/** The error of a function in the form in which Lambda's Node runtime reports it. */
function threw(error: unknown): Outcome {
  if (error instanceof InvocationFailed) return { kind: "threw", error: error.name, cause: error.causeText };
  const { name, message, trace } = describe(error);
  const cause = JSON.stringify({ errorType: name, errorMessage: message, trace });
  return { kind: "threw", error: name, cause };
}

function describe(error: unknown): { name: string; message: string; trace: string[] } {
  if (!(error instanceof Error)) return { name: typeof error, message: String(error), trace: [] };
  return { name: error.name || "Error", message: error.message, trace: (error.stack ?? "").split("\n") };
}
