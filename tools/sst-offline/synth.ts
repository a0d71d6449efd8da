import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { buildsIn } from "./builds.ts";
import { runDiff } from "./diff.ts";
import { type Build, type Recorded, Stack } from "./stack.ts";
import { stageFolder } from "./stage-folder.ts";

export interface SynthOptions {
  stage: string;
  /** An installation's own settings, as in `.env`. */
  settings?: Record<string, string>;
  secrets?: Record<string, string>;
  /** Names the folder; two dry runs of one name are not made at a time. */
  name?: string;
  /** Edits the copy that is evaluated. */
  change?: (folder: string) => void;
}

/** What a dry run leaves, as data that can be handed on. */
export interface Synthesis {
  recorded: Recorded;
  builds: Build[];
  types: string;
}

/** 32 bytes that nobody uses. */
const KEY = Buffer.alloc(32, 7).toString("base64url");
export const OFFLINE_SECRETS = { TokenSecret: KEY, SurveySecret: KEY, CheckInSecret: KEY };
export const OFFLINE_SETTINGS = { YIGONG_ALARM_EMAIL: "ops@example.com" };

/**
 * What `sst deploy --stage <stage>` would register.
 *
 * The real CLI against a recording engine: it does not prove that AWS accepts it.
 * @throws with all that the CLI said, when it ended badly
 */
export async function synthesize(options: SynthOptions): Promise<Synthesis> {
  const { stage, settings = OFFLINE_SETTINGS, secrets = OFFLINE_SECRETS, name = stage, change } = options;
  const folder = stageFolder(name, change);
  const out = join(folder, "stack.json");
  const env = {
    ...settings,
    ...Object.fromEntries(Object.entries(secrets).map(([key, value]) => [`SST_SECRET_${key}`, value])),
  };
  const { code, said } = await runDiff({ folder, stage, out, env });
  if (code !== 0 || !existsSync(out)) throw new Error(`sst diff --stage ${stage} ended with ${code}.\n${said}`);
  const recorded = JSON.parse(readFileSync(out, "utf8")) as Recorded;
  return { recorded, builds: buildsIn(recorded, folder), types: readFileSync(join(folder, "sst-env.d.ts"), "utf8") };
}

export const synth = async (options: SynthOptions): Promise<Stack> => new Stack(await synthesize(options));
