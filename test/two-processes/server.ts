import { spawn } from "node:child_process";
import { once } from "node:events";

const MAIN = new URL("../../packages/local/src/main.ts", import.meta.url).pathname;
const READY = /Yigong: (http:\/\/\S+)/;

/** A server process of its own, as `npm start` runs it. */
export interface Server {
  origin: string;
  /** Ends it as a service manager does. @returns its exit code */
  stop(): Promise<number | null>;
}

/** Starts a server on a free port and waits until it is ready. @throws what it said when it ends before */
export async function startServer(
  dataDir: string,
  env: Record<string, string> = {},
  args: readonly string[] = [],
): Promise<Server> {
  const child = spawn(process.execPath, ["--import", "tsx", MAIN, ...args], {
    stdio: ["ignore", "ignore", "pipe"],
    env: { ...process.env, ...env, YIGONG_DATA: dataDir, PORT: "0" },
  });
  const ended = once(child, "exit") as Promise<[number | null]>;
  let said = "";
  const origin = await new Promise<string>((resolve, reject) => {
    child.stderr.on("data", (part: Buffer) => {
      said += part.toString();
      const [, found] = READY.exec(said) ?? [];
      if (found) resolve(found);
    });
    void ended.then(() => reject(new Error(`The server ended:\n${said}`)));
  });
  return {
    origin,
    async stop() {
      child.kill("SIGTERM");
      const [code] = await ended;
      return code;
    },
  };
}
