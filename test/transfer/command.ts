import { spawn } from "node:child_process";
import { once } from "node:events";

export type Command = "export-command" | "import-command";

const pathOf = (name: Command) => new URL(`../../packages/local/src/transfer/${name}.ts`, import.meta.url).pathname;

/** Runs a command as a person runs it. */
export async function runCommand(name: Command, args: string[], env: Record<string, string | undefined>) {
  const child = spawn(process.execPath, ["--import", "tsx", pathOf(name), ...args], {
    stdio: ["ignore", "pipe", "pipe"],
    env: { ...process.env, AWS_ENDPOINT_URL_DYNAMODB: undefined, ...env },
  });
  let [said, complained] = ["", ""];
  child.stdout.on("data", (part: Buffer) => {
    said += part.toString();
  });
  child.stderr.on("data", (part: Buffer) => {
    complained += part.toString();
  });
  const [code] = (await once(child, "close")) as [number | null];
  return { code, said, complained };
}
