import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { setClock } from "./virtual-date.ts";

// What Lambda's Node runtime is to a function: `node runtime.ts` in the function's folder, with its environment.
// The parent sends one invocation at a time and stops the process after each answer, as Lambda freezes it.

/** One invocation, as the parent sends it. */
export interface Invocation {
  requestId: string;
  /** Epoch milliseconds of the virtual calendar, at which this invocation stands. */
  now: number;
  traceId: string;
  functionArn: string;
  timeoutMs: number;
  event: unknown;
}

/** What came of it. */
export type Reply =
  | { kind: "ready" }
  | { kind: "returned"; requestId: string; text: string | undefined }
  | { kind: "threw"; requestId: string; error: { errorType: string; errorMessage: string; trace: string[] } };

type Handler = (event: unknown, context: object) => Promise<unknown>;

const environment = process.env;
let current = "";

/** Lambda's JSON log format: each console call is one line with level and request. */
function patchConsole(): void {
  const levels = { trace: "TRACE", debug: "DEBUG", info: "INFO", log: "INFO", warn: "WARN", error: "ERROR" } as const;
  for (const [method, level] of Object.entries(levels)) {
    Object.assign(console, { [method]: (...said: unknown[]) => write(level, said.length === 1 ? said[0] : said) });
  }
}

function write(level: string, message: unknown): void {
  const timestamp = new Date().toISOString();
  const plain = message instanceof Error ? describe(message) : message;
  process.stdout.write(`${JSON.stringify({ timestamp, level, requestId: current, message: plain })}\n`);
}

function describe(error: unknown) {
  if (!(error instanceof Error)) return { errorType: typeof error, errorMessage: String(error), trace: [] };
  return { errorType: error.name, errorMessage: error.message, trace: (error.stack ?? "").split("\n") };
}

async function load(): Promise<Handler> {
  const [file = "", name = ""] = (environment._HANDLER ?? "").split(/\.(?=[^.]*$)/);
  const module = (await import(pathToFileURL(join(process.cwd(), `${file}.mjs`)).href)) as Record<string, Handler>;
  const handler = module[name];
  if (typeof handler !== "function") throw new Error(`${environment._HANDLER} is no function.`);
  return handler;
}

const contextOf = ({ requestId, functionArn, timeoutMs }: Invocation, began: number) => ({
  awsRequestId: requestId,
  callbackWaitsForEmptyEventLoop: true,
  functionName: environment.AWS_LAMBDA_FUNCTION_NAME,
  functionVersion: environment.AWS_LAMBDA_FUNCTION_VERSION,
  invokedFunctionArn: functionArn,
  memoryLimitInMB: environment.AWS_LAMBDA_FUNCTION_MEMORY_SIZE,
  logGroupName: environment.AWS_LAMBDA_LOG_GROUP_NAME,
  logStreamName: environment.AWS_LAMBDA_LOG_STREAM_NAME,
  getRemainingTimeInMillis: () => Math.max(0, timeoutMs - (performance.now() - began)),
});

const reply = (message: Reply): void => {
  process.send?.(message);
};

async function answer(handler: Handler, invocation: Invocation): Promise<void> {
  const { requestId, now, traceId, event } = invocation;
  setClock(now);
  current = requestId;
  environment._X_AMZN_TRACE_ID = traceId;
  try {
    const result = await handler(event, contextOf(invocation, performance.now()));
    reply({ kind: "returned", requestId, text: JSON.stringify(result) });
  } catch (error) {
    // Lambda's own line about it: what an error says ends up in the log.
    write("ERROR", error);
    reply({ kind: "threw", requestId, error: describe(error) });
  }
}

/** A function reaches loopback; everything else is a stand-in for the outside, which is told where it was meant for. */
function patchFetch(outside: string): void {
  const real = globalThis.fetch;
  globalThis.fetch = (input, init) => {
    const { host, hostname, pathname, search } = new URL(input instanceof Request ? input.url : input);
    return hostname === "127.0.0.1" ? real(input, init) : real(`${outside}/${host}${pathname}${search}`, init);
  };
}

patchConsole();
patchFetch(process.argv[2] ?? "");
const handler = await load();
process.on("message", (invocation: Invocation) => {
  answer(handler, invocation).catch(() => process.exit(1));
});
process.on("disconnect", () => process.exit(0));
reply({ kind: "ready" });
