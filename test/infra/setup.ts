import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { TestProject } from "vitest/node";
import { ROOT } from "../../tools/sst-offline/root.ts";
import { type Synthesis, synthesize } from "../../tools/sst-offline/synth.ts";
import { DRY_RUNS, type DryRun, NAMES } from "./dry-runs.ts";
import { PLANTED } from "./planted.ts";

declare module "vitest" {
  export interface ProvidedContext {
    stacks: Record<DryRun, Synthesis>;
  }
}

const kept = (name: string) => join(ROOT, ".dry-run", `${name}.json`);

/** Which defect is planted, if any: only its own dry run is made again, the others are kept from the check before. */
const planted = PLANTED.find(({ defect }) => defect === process.env.PLANTED_DEFECT);

async function made(name: DryRun): Promise<Synthesis> {
  if (planted && planted.run !== name && existsSync(kept(name)))
    return JSON.parse(readFileSync(kept(name), "utf8")) as Synthesis;
  const change = planted?.run === name ? { change: planted.plant, name: `${name}-planted` } : { name };
  const synthesis = await synthesize({ ...DRY_RUNS[name], ...change });
  if (!planted) writeFileSync(kept(name), JSON.stringify(synthesis));
  return synthesis;
}

/** Makes the dry runs once, one after the other. */
export default async function setup(project: TestProject) {
  const stacks: Partial<Record<DryRun, Synthesis>> = {};
  for (const name of NAMES) {
    const began = performance.now();
    stacks[name] = await made(name);
    const count = stacks[name].recorded.resources.filter(({ custom }) => custom).length;
    const seconds = ((performance.now() - began) / 1000).toFixed(1);
    process.stdout.write(`sst diff, ${name}: ${count} resources in ${seconds} s\n`);
  }
  if (!planted)
    for (const { name, bytes, unpackedBytes } of stacks.test?.builds ?? [])
      process.stdout.write(
        `  ${name.padEnd(12)} ${(bytes / 1024).toFixed(0).padStart(6)} KB, all in ${(unpackedBytes / 1024).toFixed(0).padStart(6)} KB\n`,
      );
  project.provide("stacks", stacks as Record<DryRun, Synthesis>);
}
