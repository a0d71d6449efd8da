import { measureDemo } from "./load/demo.ts";
import { measureFigures } from "./load/figures.ts";
import { paceMs } from "./load/pace.ts";
import { measureRoster } from "./load/roster.ts";
import { measureSignUps } from "./load/sign-up.ts";

const PEOPLE = 20_000;
const RUSH = 5_000;

const args = process.argv.slice(2);
const json = args.includes("--json");
const people = args.map(Number).find((count) => count > 0);
const say = (line: string) => void (json ? process.stderr : process.stdout).write(`${line}\n`);

const PARTS: Record<string, () => Promise<object>> = {
  figures: () => measureFigures(people ?? PEOPLE),
  roster: () => measureRoster(people ?? PEOPLE),
  signup: () => measureSignUps(people ?? RUSH),
  demo: measureDemo,
};

const plain = (value: unknown): string =>
  typeof value === "number" ? String(Math.round(value * 10) / 10) : String(value);

/** Figures with the pace of the machine before and after, since other programs may have had their share of it. */
async function measured(part: string, run: () => Promise<object>): Promise<object> {
  const before = paceMs();
  const figures = await run();
  const result = { ...figures, paceMs: (before + paceMs()) / 2 };
  const told = Object.entries(result).filter(([, value]) => !Array.isArray(value));
  say(`${part}: ${told.map(([name, value]) => `${name} ${plain(value)}`).join(", ")}`);
  return result;
}

const wanted = args.filter((arg) => Object.hasOwn(PARTS, arg));
const results: Record<string, object> = {};
for (const [part, run] of Object.entries(PARTS))
  if (wanted.length === 0 || wanted.includes(part)) results[part] = await measured(part, run);
if (json) process.stdout.write(`${JSON.stringify(results, null, 1)}\n`);
