import type { UploadRule } from "@yigong/application/ports/files.ts";
import * as z from "zod";
import { fileRefusal } from "./files.refusals.ts";
import { isSigned, sign } from "./signature.ts";

/** The policy document of an upload form, in S3's format. */
const Policy = z.object({
  expiration: z.iso.datetime(),
  conditions: z.tuple([
    z.tuple([z.literal("eq"), z.literal("$key"), z.string()]),
    z.tuple([z.literal("eq"), z.literal("$Content-Type"), z.string()]),
    z.tuple([z.literal("content-length-range"), z.int(), z.int()]),
  ]),
});
type Policy = z.infer<typeof Policy>;

/** The fields of a form that allows one upload; a browser posts them unchanged, before the file. */
export function formFields(secret: string, rule: UploadRule): Record<string, string> {
  const { key, contentType, minBytes, maxBytes, expiresAt } = rule;
  const document: Policy = {
    expiration: expiresAt,
    conditions: [
      ["eq", "$key", key],
      ["eq", "$Content-Type", contentType],
      ["content-length-range", minBytes, maxBytes],
    ],
  };
  const policy = Buffer.from(JSON.stringify(document)).toString("base64");
  return { key, "Content-Type": contentType, policy, "x-amz-signature": sign(secret, "upload", policy) };
}

/**
 * Checks that posted fields are those of a signed form that has not expired.
 * @param now - ISO-8601 UTC
 * @returns the key and the range of sizes
 * @throws `upload.forged`, `upload.expired`
 */
export function allowedBy(secret: string, fields: ReadonlyMap<string, string>, now: string) {
  const policy = fields.get("policy") ?? "";
  const signature = fields.get("x-amz-signature") ?? "";
  if (!isSigned(secret, "upload", { text: policy, signature })) throw forged();
  const { expiration, conditions } = Policy.parse(JSON.parse(Buffer.from(policy, "base64").toString("utf8")));
  const [[, , key], [, , contentType], [, minBytes, maxBytes]] = conditions;
  if (now >= expiration) throw fileRefusal("upload.expired");
  if (fields.get("key") !== key || fields.get("Content-Type") !== contentType) throw forged();
  return { key, minBytes, maxBytes };
}

const forged = () => fileRefusal("upload.forged");
