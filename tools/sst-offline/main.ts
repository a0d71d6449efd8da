// npm run infra:synth [-- --stage production] [--region cn-north-1]: lists what would be made, and keeps the links' types.
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { ROOT } from "./root.ts";
import { OFFLINE_SETTINGS, synth } from "./synth.ts";

const { values } = parseArgs({ options: { stage: { type: "string", default: "test" }, region: { type: "string" } } });
const settings = { ...OFFLINE_SETTINGS, ...(values.region ? { YIGONG_AWS_REGION: values.region } : {}) };

try {
  const stack = await synth({ stage: values.stage, settings });
  const made = stack.resources.filter(({ custom }) => custom);
  for (const { type, name } of made) process.stdout.write(`${type.padEnd(66)} ${name}\n`);
  for (const { name, bytes, unpackedBytes } of stack.builds)
    process.stdout.write(
      `${name.padEnd(14)} ${Math.ceil(bytes / 1024)} KB, ${Math.ceil(unpackedBytes / 1024)} KB in all\n`,
    );
  process.stdout.write(`${made.length} resources in stage ${stack.stage}, ${stack.region}\n`);
  const types = join(ROOT, "sst-env.d.ts");
  if (readFileSync(types, "utf8") !== stack.types) writeFileSync(types, stack.types);
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
}
