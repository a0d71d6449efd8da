import { execFileSync } from "node:child_process";
import { existsSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { type Deployed, FUNCTIONS, type FunctionName, HANDLERS } from "../../infra/catalogue.ts";
import { stacks } from "./stacks.ts";

const names = Object.keys(FUNCTIONS) as FunctionName[];
const buildOf = (name: FunctionName) => {
  const build = stacks.test.builds.find((found) => found.name === name);
  if (!build) throw new Error(`${name} has no bundle.`);
  return build;
};

/** Kilobytes, minified: what a cold start reads. The first is what everybody with a link waits for. */
const BUDGET: Record<FunctionName, number> = {
  SurveyPages: 120,
  Api: 2_700,
  Outbox: 1_750,
  Propose: 1_650,
  Recruit: 1_650,
  Cover: 1_650,
  Execute: 1_650,
  Archive: 1_650,
  Survey: 1_650,
  Award: 1_650,
  Freeze: 1_650,
  CountShard: 1_650,
  Rank: 1_650,
  Committee: 1_650,
  Notice: 1_650,
  Publish: 1_650,
  Watchdog: 1_650,
  LedgerRoot: 1_650,
  AwardJob: 1_650,
  FinishImports: 1_650,
  ForgetServed: 1_650,
  ExtendSeries: 1_650,
};

describe("bundles", () => {
  it.each(names)("of %s exists, from its handler, within its budget", (name) => {
    const { handler, bytes } = buildOf(name);

    expect(handler).toBe(`${HANDLERS}/${FUNCTIONS[name].handler}`);
    expect(bytes).toBeGreaterThan(1_000);
    expect(bytes / 1024).toBeLessThanOrEqual(BUDGET[name]);
  });

  it.each(names)("of %s has beside it what it reads while it runs", (name) => {
    const { files = [], install }: Deployed = FUNCTIONS[name];
    const wanted = [...files, ...Object.keys(install ?? {}).map((module) => `${module}/package.json`)];

    expect(wanted.filter((file) => !existsSync(join(buildOf(name).folder, "node_modules", file)))).toEqual([]);
  });

  // sharp is installed for arm64, so the outbox loads on AWS's machines only; test/lambda runs it here with another.
  it.each(names.filter((name) => name !== "Outbox"))("of %s loads from its own folder with its own links", (name) => {
    const { folder } = buildOf(name);
    const exported = FUNCTIONS[name].handler.split(".")[1] ?? "";
    const { variables } = stacks.test.lambda(name).inputs.environment as { variables: Record<string, string> };
    const script = `const m = await import(process.cwd() + "/bundle.mjs"); process.stdout.write(typeof m.${exported}); process.exit()`;
    const said = execFileSync(process.execPath, ["--input-type=module", "-e", script], {
      cwd: folder,
      env: { ...variables, AWS_REGION: "ap-southeast-1", AWS_ACCESS_KEY_ID: "x", AWS_SECRET_ACCESS_KEY: "x" },
      encoding: "utf8",
    });

    expect(said).toBe("function");
  });

  it("are for arm64 where they have parts in machine code", () => {
    const parts = join(buildOf("Outbox").folder, "node_modules/@img");

    expect(existsSync(join(parts, "sharp-linux-arm64"))).toBe(true);
    expect(existsSync(join(parts, "sharp-linux-x64"))).toBe(false);
  });
});
