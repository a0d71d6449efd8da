import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readdirSync, rmSync, symlinkSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, join, relative } from "node:path";
import { fileURLToPath } from "node:url";
import { build, type Metafile } from "esbuild";
import { type Deployed, FUNCTIONS } from "../../../infra/catalogue.ts";

const ROOT = fileURLToPath(new URL("../../..", import.meta.url));
const HANDLERS = join(ROOT, "packages/functions/src/aws/lambda");

/** Has parts in machine code, so it is installed beside a bundle. */
const BESIDE = ["sharp"];

/** As the deployment puts it before a bundle, for modules that ask for `require` and their own place. */
const BANNER = [
  `import { createRequire as topLevelCreateRequire } from "module";`,
  "const require = topLevelCreateRequire(import.meta.url);",
  `import { fileURLToPath as topLevelFileUrlToPath, URL as topLevelURL } from "url";`,
  `const __filename = topLevelFileUrlToPath(import.meta.url);`,
  `const __dirname = topLevelFileUrlToPath(new topLevelURL(".", import.meta.url));`,
].join("\n");

/** One entry as a function gets it. */
export interface Bundle {
  name: string;
  file: string;
  /** What a cold start reads. */
  bytes: number;
  /** What that came from, by path from the root, with its share in bytes. */
  inputs: Record<string, number>;
}

/** The entries, such as `survey-pages`. */
export const entries = (): string[] =>
  readdirSync(HANDLERS)
    .filter((file) => file.endsWith(".ts") && !file.endsWith(".test.ts"))
    .map((file) => basename(file, ".ts"))
    .sort();

/** A folder for bundles, whence installed modules are found. */
export function bundleFolder(): { folder: string; remove(): void } {
  const folder = mkdtempSync(join(tmpdir(), "yigong-bundles-"));
  symlinkSync(join(ROOT, "node_modules"), join(folder, "node_modules"));
  return { folder, remove: () => rmSync(folder, { recursive: true, force: true }) };
}

const isSplit = (name: string): boolean =>
  Object.values<Deployed>(FUNCTIONS).some(({ handler, splitting }) => splitting && handler.startsWith(`${name}.`));

/** A file, and those that it imports before anything runs. */
function startOf({ outputs }: Metafile, file: string, read = new Set<string>()): Set<string> {
  if (read.has(file) || !outputs[file]) return read;
  read.add(file);
  for (const { path, kind } of outputs[file].imports)
    if (kind === "import-statement") startOf({ outputs, inputs: {} }, path, read);
  return read;
}

/** Bundles an entry, minified, with the settings of the deployment. */
export async function bundle(name: string, folder: string): Promise<Bundle> {
  const out = join(folder, name);
  mkdirSync(out, { recursive: true });
  const { metafile } = await build({
    absWorkingDir: folder,
    entryPoints: { bundle: join(HANDLERS, `${name}.ts`) },
    outdir: out,
    outExtension: { ".js": ".mjs" },
    splitting: isSplit(name),
    bundle: true,
    minify: true,
    keepNames: false,
    metafile: true,
    format: "esm",
    platform: "node",
    target: "esnext",
    mainFields: ["module", "main"],
    external: BESIDE,
    banner: { js: BANNER },
    logLevel: "silent",
  });
  const started = [...startOf(metafile, `${name}/bundle.mjs`)].flatMap((file) => metafile.outputs[file] ?? []);
  const inputs: Record<string, number> = {};
  for (const output of started)
    for (const [path, { bytesInOutput }] of Object.entries(output.inputs)) {
      const from = relative(ROOT, join(folder, path));
      inputs[from] = (inputs[from] ?? 0) + bytesInOutput;
    }
  const bytes = started.reduce((sum, output) => sum + output.bytes, 0);
  return { name, file: join(out, "bundle.mjs"), bytes, inputs };
}

const linked = { name: "name", arn: "arn:aws:states:us-east-1:0:stateMachine:name", value: "a".repeat(43) };
const installation = {
  origin: "https://yigong.example",
  zone: "Asia/Shanghai",
  mail: "none",
  from: "a@yigong.example",
};
const definitions = { activityLifecycle: "1", awardRun: "1" };
const NAMED = ["Alliance", "Ledger", "Files", "Outbox", "ActivityLifecycle", "AwardRun"];
const SECRETS = ["TokenSecret", "SurveySecret", "CheckInSecret"];
const CHANNELS = ["OaKind", "OaUrl", "OaSecret", "SmtpUrl", "SmtpFrom", "SmsUrl", "SmsToken", "ImUrl", "ImToken"];

/** An environment in which every handler can be imported; nothing is there that could be asked. */
export const importEnv = (): Record<string, string> => ({
  PATH: process.env.PATH ?? "",
  AWS_REGION: "us-east-1",
  AWS_ACCESS_KEY_ID: "local",
  AWS_SECRET_ACCESS_KEY: "local",
  AWS_ENDPOINT_URL: "http://127.0.0.1:9",
  ...links({
    App: { name: "yigong", stage: "test" },
    ...Object.fromEntries([...NAMED, ...SECRETS].map((name) => [name, linked])),
    ...Object.fromEntries(CHANNELS.map((name) => [name, { value: "" }])),
    Installation: installation,
    Definitions: definitions,
  }),
});

/** What functions are linked to, as variables of their environment. */
export const links = (resources: Record<string, object>): Record<string, string> =>
  Object.fromEntries(Object.entries(resources).map(([name, value]) => [`SST_RESOURCE_${name}`, JSON.stringify(value)]));

/**
 * Imports a bundle once in a fresh process.
 *
 * @returns milliseconds on the clock, and milliseconds of the processor, which a busy machine stretches less
 * @throws Error with what the process said when the import fails
 */
export function importOnce(file: string): { wallMs: number; cpuMs: number } {
  const script = `
    const begun = performance.now(), used = process.cpuUsage();
    await import(${JSON.stringify(file)});
    const { user, system } = process.cpuUsage(used);
    process.stdout.write(JSON.stringify({ wallMs: performance.now() - begun, cpuMs: (user + system) / 1000 }));
    process.exit(0);`;
  const run = spawnSync(process.execPath, ["--input-type=module", "-e", script], {
    env: importEnv(),
    encoding: "utf8",
  });
  if (run.status !== 0) throw new Error(run.stderr.slice(-2000));
  return JSON.parse(run.stdout);
}
