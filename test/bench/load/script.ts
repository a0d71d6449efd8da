import { type ChildProcess, spawn } from "node:child_process";
import { readFileSync } from "node:fs";

export const ROOT = new URL("../../../", import.meta.url).pathname;

/** Runs a script of package.json as npm does, flags and all, without npm between. */
export function runScript(name: "start" | "demo", env: Record<string, string>, args: readonly string[] = []) {
  const { scripts } = JSON.parse(readFileSync(`${ROOT}package.json`, "utf8")) as { scripts: Record<string, string> };
  const [program = "", ...rest] = (scripts[name] ?? "").split(" ");
  if (program !== "node") throw new Error(`The script ${name} is no node program.`);
  const child = spawn(process.execPath, [...rest, ...args], {
    cwd: ROOT,
    env: { ...process.env, ...env },
    stdio: ["ignore", "pipe", "pipe"],
  });
  const text = { output: "", errors: "" };
  child.stdout.on("data", (part: Buffer) => {
    text.output += part.toString();
  });
  child.stderr.on("data", (part: Buffer) => {
    text.errors += part.toString();
  });
  return { child, text, ended: ended(child) };
}

const ended = (child: ChildProcess): Promise<number | null> =>
  new Promise((resolve, reject) => child.on("close", resolve).on("error", reject));
