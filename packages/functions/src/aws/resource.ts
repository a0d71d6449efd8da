import { Resource } from "sst";
import * as z from "zod";

const Name = z.object({ name: z.string().min(1) });
const Arn = z.object({ arn: z.string().startsWith("arn:") });
const Definitions = z.object({ activityLifecycle: z.string().min(1), awardRun: z.string().min(1) });
const Installation = z.object({
  /** The address that people use, without a slash at the end. */
  origin: z.url({ protocol: /^https?$/ }).transform((url) => url.replace(/\/+$/, "")),
  zone: z.string().default("Asia/Shanghai"),
  mail: z.enum(["ses", "smtp", "none"]),
  /** Whether messages keep quiet hours until somebody says otherwise. */
  quietHours: z.boolean().default(false),
  /** Origin of the CDN that has the apps' assets, empty where they come from here. */
  cdn: z
    .string()
    .default("")
    .transform((origin) => origin || undefined),
});
export type Installation = z.output<typeof Installation>;

/** A secret of ours is 32 bytes, written as base64url as on one machine. */
const Secret = z.object({
  value: z
    .string()
    .regex(/^[\w-]{43}$/, "is not the base64url of 32 bytes")
    .transform((text) => new Uint8Array(Buffer.from(text, "base64url"))),
});
/** What a company may leave out has an empty placeholder. */
const Optional = z.object({ value: z.string().transform((text) => text || undefined) });

/** Whether SST has linked something of this name to the process: so it is in a function, and under `sst shell`. */
export const isLinked = (name: string): boolean => name in Resource;

/** What SST has linked to the function that runs; its values are never part of an error. */
function linked<Schema extends z.ZodType>(name: string, schema: Schema): z.output<Schema> {
  let found: unknown;
  try {
    found = (Resource as unknown as Record<string, unknown>)[name];
  } catch (cause) {
    throw new Error(`This function needs the link "${name}".`, { cause });
  }
  const parsed = schema.safeParse(found);
  if (parsed.success) return parsed.data;
  const faults = parsed.error.issues.map(({ path, message }) => `${path.join(".")}: ${message}`);
  throw new Error(`The link "${name}" is not as it should be: ${faults.join("; ")}.`);
}

/** The name of a table, bucket or function. @throws Error that names a link which is missing or malformed, as all of these do */
export const nameOf = (link: "Alliance" | "Ledger" | "Files" | "Outbox"): string => linked(link, Name).name;

/** The ARN of a state machine. */
export const arnOf = (link: "ActivityLifecycle" | "AwardRun"): string => linked(link, Arn).arn;

/** Short hashes of the state machines' definitions. */
export const definitions = () => linked("Definitions", Definitions);

/** What is different from one installation to the next, and no secret. */
export const installation = (): Installation => linked("Installation", Installation);

/** One of the installation's own secrets, 32 bytes. */
export const secretOf = (link: "TokenSecret" | "SurveySecret" | "CheckInSecret"): Uint8Array<ArrayBuffer> =>
  linked(link, Secret).value;

/** A setting that a company may leave out; undefined when it has. */
export const settingOf = (link: string): string | undefined => linked(link, Optional).value;
