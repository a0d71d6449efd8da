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
  Api: 2_950,
  Outbox: 1_870,
  Propose: 1_800,
  Recruit: 1_800,
  Cover: 1_800,
  Execute: 1_800,
  Archive: 1_800,
  Survey: 1_800,
  Award: 1_800,
  Freeze: 1_800,
  CountShard: 1_800,
  Rank: 1_800,
  Committee: 1_800,
  Notice: 1_800,
  Publish: 1_800,
  Watchdog: 1_800,
  LedgerRoot: 1_800,
  AwardJob: 1_800,
  FinishImports: 1_800,
  ForgetServed: 1_800,
  ExtendSeries: 1_800,
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
