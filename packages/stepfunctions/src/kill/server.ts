import { type ChildProcess, spawn } from "node:child_process";
import { fileURLToPath } from "node:url";

const program = fileURLToPath(new URL("../main.ts", import.meta.url));

export interface Running {
  readonly url: string;
  /** Kills the process with SIGKILL and resolves when it has exited. */
  kill(): Promise<void>;
}

/** Starts the stand-alone engine as a child process and waits until it listens. */
export async function startServer(data: string, lambdaEndpoint: string): Promise<Running> {
  const args = [program, "--port", "0", "--data", data, "--lambda-endpoint", lambdaEndpoint];
  const child = spawn(process.execPath, args, { stdio: ["ignore", "pipe", "inherit"] });
  const gone = new Promise<void>((resolve) => child.once("exit", () => resolve()));
  const url = await announced(child);
  return {
    url,
    kill: async () => {
      child.kill("SIGKILL");
      await gone;
    },
  };
}

function announced(child: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let text = "";
    child.stdout?.on("data", (chunk: Buffer) => {
      text += chunk.toString();
      const url = /http:\S+/.exec(text)?.[0];
      if (url) resolve(url);
    });
    child.once("exit", (code) => reject(new Error(`The engine ended with ${code} before it served`)));
  });
}
