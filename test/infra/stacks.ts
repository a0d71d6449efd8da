import { inject } from "vitest";
import { Stack } from "../../tools/sst-offline/stack.ts";
import { type DryRun, NAMES } from "./dry-runs.ts";

const made = inject("stacks");

export const stacks = Object.fromEntries(NAMES.map((name) => [name, new Stack(made[name])])) as Record<DryRun, Stack>;
export const each = NAMES.map((name) => [name, stacks[name]] as const);
