// npm run infra:planted: plants each defect in a copy of infra/, runs the tests of `npm run infra:check`, says which caught it.
import { spawnSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { ROOT } from "../../tools/sst-offline/root.ts";
import { NAMES } from "./dry-runs.ts";
import { PLANTED, type Planted } from "./planted.ts";

interface Report {
  testResults: { assertionResults: { status: string; ancestorTitles: string[]; title: string }[] }[];
}

/** The tests that look at what was recorded; the others run what would be deployed, or make dry runs of their own. */
const LOOKING = ["storage", "functions", "permissions", "workflows", "schedules", "operations", "mainland"].map(
  (name) => `test/infra/${name}.test.ts`,
);

const say = (line: string) => process.stdout.write(`${line}\n`);

/** The full names of the tests that fail with a defect. */
function failing({ defect }: Planted): string[] {
  const file = join(ROOT, ".dry-run/planted-report.json");
  const vitest = [
    "run",
    "--config",
    "test/infra/vitest.config.ts",
    ...LOOKING,
    "--reporter=json",
    `--outputFile=${file}`,
  ];
  const { stdout, stderr } = spawnSync(join(ROOT, "node_modules/.bin/vitest"), vitest, {
    cwd: ROOT,
    encoding: "utf8",
    env: { ...process.env, PLANTED_DEFECT: defect },
  });
  if (!existsSync(file)) throw new Error(`No test ran.\n${stdout}${stderr}`);
  const { testResults } = JSON.parse(readFileSync(file, "utf8")) as Report;
  const tests = testResults.flatMap(({ assertionResults }) => assertionResults);
  if (tests.length === 0) throw new Error(`No test ran.\n${stdout}${stderr}`);
  return tests
    .filter(({ status }) => status === "failed")
    .map(({ ancestorTitles, title }) => [...ancestorTitles, title].join(" > "));
}

if (!NAMES.every((name) => existsSync(join(ROOT, `.dry-run/${name}.json`)))) {
  say("Run npm run infra:check first.");
  process.exit(1);
}
let caught = 0;
for (const planted of PLANTED) {
  const tests = failing(planted);
  const meant = tests.filter((name) => name.includes(planted.caughtBy));
  const others = tests.filter((name) => !meant.includes(name));
  const isCaught = meant.length > 0;
  caught += isCaught ? 1 : 0;
  say(`${isCaught ? "caught" : "MISSED"}: ${planted.defect}`);
  for (const name of meant) say(`  by: ${name}`);
  if (others.length > 0) say(`  and by ${others.length} more`);
}
say(`${caught} of ${PLANTED.length} planted defects were caught by the test that is meant for them.`);
process.exitCode = caught === PLANTED.length ? 0 : 1;
