import crypto from "node:crypto";
import { syncBuiltinESMExports } from "node:module";
import { mocksFor, recordingMonitor } from "./monitor.ts";
import { plain } from "./plain.ts";
import { loadPulumi } from "./pulumi.ts";
import type { Recorded, Registered } from "./stack.ts";

const GIVE_UP_MS = 300;

/** Physical names end in what SST makes of eight random bytes: here they are always the same. */
function makeNamesRepeatable() {
  const { randomBytes } = crypto;
  crypto.randomBytes = ((size: number, ...rest: []) =>
    size === 8 ? Buffer.alloc(8) : randomBytes(size, ...rest)) as typeof randomBytes;
  syncBuiltinESMExports();
}

/** What went wrong in a program. After a failure some outputs never settle, so waiting for its end would hang. */
function failuresIn() {
  const failures: string[] = [];
  const { promise, resolve } = Promise.withResolvers<void>();
  const note = (error: unknown) => {
    const text = error instanceof Error ? (error.stack ?? error.message) : String(error);
    if (!failures.includes(text)) failures.push(text);
    setTimeout(resolve, GIVE_UP_MS);
  };
  process.on("unhandledRejection", note).on("uncaughtException", note);
  return {
    failures,
    failed: promise,
    note,
    stop: () => process.off("unhandledRejection", note).off("uncaughtException", note),
  };
}

/** Runs a Pulumi program against a recording monitor: no engine, no provider, no cloud. */
export async function record(options: {
  root: string;
  project: string;
  stage: string;
  region: string;
  program: () => Promise<unknown>;
}): Promise<Recorded> {
  const { root, project, stage, region, program } = options;
  makeNamesRepeatable();
  const pulumi = loadPulumi(root);
  const mocks = mocksFor(region);
  const { monitor, seen, outputs } = recordingMonitor(pulumi, mocks, { project, stage });
  const { failures, failed, note, stop } = failuresIn();
  await pulumi.setMocks(mocks, project, stage, false, "organization");
  pulumi.setMockOptions(monitor, project, stage, false, "organization");
  pulumi.setAllConfig({ "aws:region": region });
  const whole = async () => {
    const result = await pulumi.runInPulumiStack(program);
    await pulumi.disconnect();
    return result;
  };
  try {
    await Promise.race([whole(), failed]);
  } catch (error) {
    note(error);
    await failed;
  }
  stop();

  const resources = seen
    .map(({ inputs, ...rest }): Registered => {
      const { value, secrets } = plain(inputs, root);
      const given = outputs.get(rest.urn);
      return {
        ...rest,
        inputs: (value ?? {}) as Registered["inputs"],
        ...(given ? { outputs: plain(given, root).value as Registered["outputs"] } : {}),
        secrets,
      } as Registered;
    })
    .sort((a, b) => (a.urn < b.urn ? -1 : 1));
  return { project, stage, region, resources, failures };
}
