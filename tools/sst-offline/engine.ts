// Stands where the CLI looks for Pulumi's binary: enough of it for `sst diff` on an empty stage. It records; it makes nothing.
import { appendFileSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { parseArgs } from "node:util";
import { record } from "./record.ts";
import type { Registered } from "./stack.ts";

const MANIFEST = { time: new Date(0).toISOString(), magic: "", version: "" };

const { values, positionals } = parseArgs({
  allowPositionals: true,
  strict: false,
  options: { stack: { type: "string" }, "event-log": { type: "string" }, config: { type: "string", multiple: true } },
});

function demand(name: string): string {
  const value = process.env[name];
  if (!value) throw new Error(`The offline engine needs ${name}.`);
  return value;
}

const backend = () => fileURLToPath(demand("PULUMI_BACKEND_URL"));

function keepState(stack: string, resources: object[]) {
  const [, project = "", stage = ""] = stack.split("/");
  const file = join(backend(), ".pulumi/stacks", project, `${stage}.json`);
  mkdirSync(dirname(file), { recursive: true });
  const latest = { manifest: MANIFEST, ...(resources.length > 0 ? { resources } : {}) };
  writeFileSync(file, JSON.stringify({ version: 3, checkpoint: { stack, latest } }));
}

function emit(event: object) {
  const line = { sequence: 0, timestamp: Math.floor(Date.now() / 1000), ...event };
  appendFileSync(String(values["event-log"]), `${JSON.stringify(line)}\n`);
}

const stateOf = ({ urn, type, custom, parent, inputs, outputs }: Registered) => ({
  urn,
  type,
  custom,
  id: custom ? "offline" : "",
  parent: parent ?? "",
  inputs,
  outputs: outputs ?? inputs,
});

function tell(state: ReturnType<typeof stateOf>) {
  const { urn, type } = state;
  const metadata = { op: "create", urn, type, old: null, new: { ...state, provider: "" }, logical: true, provider: "" };
  emit({ resOutputsEvent: { metadata: { ...metadata, keys: null, diffs: null, detailedDiff: null }, planning: true } });
}

async function preview(): Promise<number> {
  const main = /^main: (.*)$/m.exec(readFileSync(join(backend(), "Pulumi.yaml"), "utf8"))?.[1] ?? "";
  const stack = String(values.stack);
  const [, project = "", stage = ""] = stack.split("/");
  const recorded = await record({
    root: demand("SST_OFFLINE_ROOT"),
    project,
    stage,
    region: demand("SST_AWS_REGION"),
    program: async () => ((await import(pathToFileURL(main).href)) as { default: unknown }).default,
  });
  for (const message of recorded.failures)
    emit({ diagnosticEvent: { urn: "", message, color: "raw", severity: "error" } });
  const states = recorded.resources.map(stateOf);
  for (const state of states) tell(state);
  const resourceChanges = { create: states.length };
  emit({ summaryEvent: { maybeCorrupt: false, durationSeconds: 0, resourceChanges, PolicyPacks: {} } });
  // Unlike a real preview: from this state the CLI writes the types of the links, else none.
  const kept = states.filter(({ type }) => type === "pulumi:pulumi:Stack" || type === "sst:sst:LinkRef");
  keepState(stack, kept);
  writeFileSync(demand("SST_OFFLINE_OUT"), JSON.stringify(recorded, null, 1));
  return recorded.failures.length > 0 ? 255 : 0;
}

const [command, sub, third = ""] = positionals;
if (command === "version") process.stdout.write("v3.215.0\n");
else if (command === "stack" && sub === "init") keepState(third, []);
else if (command === "preview") process.exit(await preview());
else {
  process.stderr.write(`The offline engine has no ${positionals.join(" ")}.\n`);
  process.exit(1);
}
