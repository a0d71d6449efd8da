import { createHash, createHmac, timingSafeEqual } from "node:crypto";
import type { Received } from "../signature.ts";

const sha256 = (text: string): string => createHash("sha256").update(text).digest("hex");
const hmac = (key: string | Buffer, text: string): Buffer => createHmac("sha256", key).update(text).digest();

/** The signature of a text under a scope such as `20260901/eu-west-1/s3/aws4_request`, in hexadecimal digits. */
export function signatureOf(text: string, secret: string, scope: string): string {
  const key = scope.split("/").reduce<string | Buffer>((last, part) => hmac(last, part), `AWS4${secret}`);
  return hmac(key, text).toString("hex");
}

export const isSame = (right: string, given: string): boolean =>
  right.length === given.length && timingSafeEqual(Buffer.from(right), Buffer.from(given));

/** An instant as signatures have it, `20260901T080000Z`, in milliseconds. */
export const timeOf = (text: string): number =>
  Date.parse(text.replace(/^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z$/, "$1-$2-$3T$4:$5:$6Z"));

/** Whose link it is, by the credential in its query; undefined when it is none. */
export function linkedBy({ url }: Received): { accessKeyId: string; scope: string } | undefined {
  const credential = new URL(url, "http://localhost").searchParams.get("X-Amz-Credential");
  const [accessKeyId = "", ...scope] = credential?.split("/") ?? [];
  return accessKeyId === "" ? undefined : { accessKeyId, scope: scope.join("/") };
}

/**
 * Whether a link is signed, for this host, and still good.
 *
 * The query is taken as it was sent: what reads differently there was signed differently.
 * @source https://docs.aws.amazon.com/AmazonS3/latest/API/sigv4-query-string-auth.html
 */
export function linkFault(
  request: Received,
  link: { secret: string; scope: string; token: string | undefined; now: Date },
) {
  const [path = "", rawQuery = ""] = request.url.split("?");
  const parts = rawQuery.split("&");
  const value = (name: string) => new URLSearchParams(rawQuery).get(name) ?? "";
  const query = parts.filter((part) => !part.startsWith("X-Amz-Signature=")).sort();
  const [headers, time] = [value("X-Amz-SignedHeaders"), value("X-Amz-Date")];
  const signed = headers.split(";").map((name) => `${name}:${String(request.headers[name] ?? "")}\n`);
  const canonical = ["GET", path, query.join("&"), signed.join(""), headers, "UNSIGNED-PAYLOAD"].join("\n");
  const text = ["AWS4-HMAC-SHA256", time, link.scope, sha256(canonical)].join("\n");
  if (!isSame(signatureOf(text, link.secret, link.scope), value("X-Amz-Signature"))) return "SignatureDoesNotMatch";
  if ((new URLSearchParams(rawQuery).get("X-Amz-Security-Token") ?? undefined) !== link.token) return "InvalidToken";
  const until = timeOf(time) + Number(value("X-Amz-Expires")) * 1000;
  if (!(link.now.getTime() < until)) return "AccessDenied";
  return undefined;
}
