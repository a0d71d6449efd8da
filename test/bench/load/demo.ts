import { runScript } from "./script.ts";

/** The demo from its first to its last moment, as a process of its own. */
export async function measureDemo() {
  const began = performance.now();
  const { ended, text } = runScript("demo", {}, ["--json"]);
  const code = await ended;
  if (code !== 0) throw new Error(`The demo failed: ${text.errors.slice(-2_000)}`);
  const { writeUnits, readUnits } = JSON.parse(text.output) as { writeUnits: number; readUnits: number };
  return { seconds: (performance.now() - began) / 1_000, writeUnits, readUnits };
}
