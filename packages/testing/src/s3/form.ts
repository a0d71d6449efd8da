import type { Received } from "../signature.ts";
import { isSame, signatureOf } from "./presigned.ts";

/** What a browser posted: the fields by their names in lower case, and the file. */
export interface Posted {
  fields: ReadonlyMap<string, string>;
  file: Uint8Array;
}

/** Reads a form as a browser sends it; undefined when it is none, or has no file at its end. */
export async function postedIn({ headers, body }: Received): Promise<Posted | undefined> {
  const response = new Response(new Uint8Array(body), { headers: { "content-type": headers["content-type"] ?? "" } });
  const data = await response.formData().catch(() => undefined);
  const entries = [...(data?.entries() ?? [])];
  const file = entries.find(([name]) => name === "file")?.[1];
  if (!(file instanceof Blob)) return undefined;
  const fields = entries.flatMap(([name, value]) =>
    typeof value === "string" ? [[name.toLowerCase(), value] as const] : [],
  );
  return { fields: new Map(fields), file: new Uint8Array(await file.arrayBuffer()) };
}

/** Whose form it is. */
export function madeBy({ fields }: Posted): { accessKeyId: string; scope: string } {
  const [accessKeyId = "", ...scope] = (fields.get("x-amz-credential") ?? "").split("/");
  return { accessKeyId, scope: scope.join("/") };
}

type Condition = Record<string, string> | [string, string | number, string | number];

/** Fields that no condition needs to name. */
const FREE = new Set(["policy", "x-amz-signature", "file"]);

/** Why S3 would not take a form, by S3's own code; undefined when it does. @source https://docs.aws.amazon.com/AmazonS3/latest/API/sigv4-HTTPPOSTConstructPolicy.html */
export function formFault(posted: Posted, { secret, scope, now }: { secret: string; scope: string; now: Date }) {
  const { fields } = posted;
  const policy = fields.get("policy") ?? "";
  if (!isSame(signatureOf(policy, secret, scope), fields.get("x-amz-signature") ?? "")) return "SignatureDoesNotMatch";
  const { expiration, conditions } = JSON.parse(Buffer.from(policy, "base64").toString("utf8")) as {
    expiration: string;
    conditions: Condition[];
  };
  if (!(now.getTime() < Date.parse(expiration))) return "AccessDenied";
  const named = new Set<string>();
  for (const condition of conditions) {
    const fault = conditionFault(posted, condition, named);
    if (fault) return fault;
  }
  return [...fields.keys()].every((name) => named.has(name) || FREE.has(name)) ? undefined : "AccessDenied";
}

function conditionFault({ fields, file }: Posted, condition: Condition, named: Set<string>): string | undefined {
  if (!Array.isArray(condition)) {
    const wrong = Object.entries(condition).find(([name, value]) => fields.get(name.toLowerCase()) !== value);
    for (const name of Object.keys(condition)) named.add(name.toLowerCase());
    return wrong && "AccessDenied";
  }
  const [how, subject, value] = condition;
  if (how === "content-length-range") {
    if (file.length < Number(subject)) return "EntityTooSmall";
    return file.length > Number(value) ? "EntityTooLarge" : undefined;
  }
  const name = String(subject).slice(1).toLowerCase();
  named.add(name);
  const given = fields.get(name) ?? "";
  const holds = how === "eq" ? given === value : how === "starts-with" && given.startsWith(String(value));
  return holds ? undefined : "AccessDenied";
}
