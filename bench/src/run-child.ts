import { spawn } from "node:child_process";
import { fileURLToPath } from "node:url";
import { end } from "./process.ts";

const longestMs = 300_000;

/** Runs one of our programs in a process of its own and reads the JSON on its last line. */
export async function runChild<T>(program: string, args: readonly string[]): Promise<T> {
  const path = fileURLToPath(new URL(program, import.meta.url));
  const child = spawn(process.execPath, [path, ...args], { stdio: ["ignore", "pipe", "pipe"] });
  let out = "";
  let complaint = "";
  child.stdout.on("data", (chunk: Buffer) => {
    out += chunk.toString();
  });
  child.stderr.on("data", (chunk: Buffer) => {
    complaint = `${complaint}${chunk.toString()}`.slice(-2_000);
  });
  const late = setTimeout(() => void end(child), longestMs);
  const code = await new Promise<number | null>((resolve) => child.once("close", resolve));
  clearTimeout(late);
  const last = out.trim().split("\n").at(-1) ?? "";
  if (!last.startsWith("{"))
    throw new Error(`${program} ended with ${code}: ${complaint.trim().split("\n").at(-1) ?? ""}`);
  return JSON.parse(last) as T;
}
