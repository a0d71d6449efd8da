import { type ChildProcess, type ForkOptions, fork } from "node:child_process";
import { randomUUID } from "node:crypto";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";
import type { Invocation, Reply } from "./runtime.ts";

/** A function as it is deployed. */
export interface Deployed {
  /** Its physical name, the last part of its ARN. */
  name: string;
  arn: string;
  /** The folder with its bundle. */
  folder: string;
  /** `file.export`, without the file's ending. */
  handler: string;
  memoryMb: number;
  timeoutMs: number;
  logGroup: string;
  /** The environment that was set for it. */
  environment: Record<string, string>;
}

/** What Lambda gives each function besides: who it is to AWS, where that is. */
export interface Account {
  region: string;
  credentials: { accessKeyId: string; secretAccessKey: string; sessionToken: string };
  /** `AWS_ENDPOINT_URL_…` by service. */
  endpoints: Record<string, string>;
  /** What stands for every other address in the world. */
  outside: string;
}

export type Answer = { ok: true; text: string } | { ok: false; error: Fault };

/** An error as Lambda answers it. */
export interface Fault {
  errorType: string;
  errorMessage: string;
  trace?: string[];
}

/** One sandbox of a function: it runs one invocation at a time and stands still in between. */
export interface FunctionProcess {
  /** @param now - epoch milliseconds of the virtual calendar */
  invoke(event: unknown, now: number): Promise<Answer>;
  /** Ends the sandbox at once, whatever it does; the next invocation begins another. */
  kill(): void;
  close(): Promise<void>;
}

const RUNTIME = fileURLToPath(new URL("./runtime.ts", import.meta.url));

/** @source https://docs.aws.amazon.com/lambda/latest/dg/configuration-envvars.html */
const environmentOf = ({ name, handler, folder, memoryMb, logGroup, environment }: Deployed, account: Account) => ({
  ...environment,
  ...Object.fromEntries(
    Object.entries(account.endpoints).map(([service, url]) => [`AWS_ENDPOINT_URL_${service}`, url]),
  ),
  AWS_REGION: account.region,
  AWS_DEFAULT_REGION: account.region,
  AWS_ACCESS_KEY_ID: account.credentials.accessKeyId,
  AWS_SECRET_ACCESS_KEY: account.credentials.secretAccessKey,
  AWS_SESSION_TOKEN: account.credentials.sessionToken,
  AWS_EXECUTION_ENV: "AWS_Lambda_nodejs24.x",
  AWS_LAMBDA_FUNCTION_NAME: name,
  AWS_LAMBDA_FUNCTION_VERSION: "$LATEST",
  AWS_LAMBDA_FUNCTION_MEMORY_SIZE: String(memoryMb),
  AWS_LAMBDA_INITIALIZATION_TYPE: "on-demand",
  AWS_LAMBDA_LOG_FORMAT: "JSON",
  AWS_LAMBDA_LOG_GROUP_NAME: logGroup,
  AWS_LAMBDA_LOG_STREAM_NAME: "2026/09/01/[$LATEST]0123456789abcdef",
  LAMBDA_TASK_ROOT: folder,
  LANG: "en_US.UTF-8",
  TZ: ":UTC",
  _HANDLER: handler,
});

const failed = (errorType: string, errorMessage: string): Answer => ({ ok: false, error: { errorType, errorMessage } });

/**
 * Runs a deployed bundle as Lambda would, in a process of its own.
 *
 * @param log - told each line that the function writes
 */
export function openFunction(deployed: Deployed, account: Account, log: (line: string) => void): FunctionProcess {
  let child: ChildProcess | undefined;
  let last: Promise<unknown> = Promise.resolve();

  const start = async (): Promise<ChildProcess> => {
    const env = environmentOf(deployed, account);
    const options: ForkOptions = { cwd: deployed.folder, env, execArgv: [], stdio: ["ignore", "pipe", "pipe", "ipc"] };
    const started = fork(RUNTIME, [account.outside], options);
    for (const stream of [started.stdout, started.stderr])
      if (stream) createInterface({ input: stream }).on("line", log);
    const ready = await nextOf(started);
    if (ready?.kind !== "ready") throw new Error(`${deployed.name} ended before it began.`);
    child = started;
    return started;
  };

  const run = async (event: unknown, now: number): Promise<Answer> => {
    const sandbox = child ?? (await start());
    sandbox.kill("SIGCONT");
    const { arn: functionArn, timeoutMs } = deployed;
    const traceId = `Root=1-${randomUUID().replaceAll("-", "").slice(0, 8)}-0123456789abcdef01234567;Sampled=1`;
    const answered = nextOf(sandbox);
    sandbox.send({ requestId: randomUUID(), now, traceId, functionArn, timeoutMs, event } satisfies Invocation);
    const reply = await within(timeoutMs, answered);
    if (reply === "late" || reply === undefined || reply.kind === "ready") {
      await end();
      if (reply !== "late") return failed("Runtime.ExitError", "Runtime exited");
      return failed("Sandbox.Timedout", `Task timed out after ${timeoutMs / 1000} seconds`);
    }
    sandbox.kill("SIGSTOP");
    return reply.kind === "returned" ? { ok: true, text: reply.text ?? "null" } : { ok: false, error: reply.error };
  };

  const end = async () => {
    const old = child;
    child = undefined;
    if (!old || old.exitCode !== null || old.signalCode !== null) return;
    const gone = new Promise((resolve) => old.once("exit", resolve));
    old.kill("SIGKILL");
    await gone;
  };

  return {
    invoke: (event, now) => {
      const turn = last.then(() => run(event, now));
      last = turn.catch(() => undefined);
      return turn;
    },
    kill: () => {
      child?.kill("SIGKILL");
    },
    close: async () => {
      await last;
      await end();
    },
  };
}

/** The next thing that a process says; undefined when it ends instead. */
function nextOf(child: ChildProcess): Promise<Reply | undefined> {
  return new Promise((resolve) => {
    const settle = (reply: Reply | undefined) => {
      child.off("message", said);
      child.off("exit", ended);
      resolve(reply);
    };
    const said = (message: unknown) => settle(message as Reply);
    const ended = () => settle(undefined);
    child.on("message", said).on("exit", ended);
  });
}

async function within<Value>(ms: number, promise: Promise<Value>): Promise<Value | "late"> {
  const late = Promise.withResolvers<"late">();
  const timer = setTimeout(() => late.resolve("late"), ms);
  return Promise.race([promise, late.promise]).finally(() => clearTimeout(timer));
}
