import { createHash, createHmac, timingSafeEqual } from "node:crypto";
import type { IncomingHttpHeaders } from "node:http";

/** A request as it came over the wire. */
export interface Received {
  method: string;
  /** Path and query as they were sent. */
  url: string;
  headers: IncomingHttpHeaders;
  body: Buffer;
}

/** Who signed a request and for what. */
export interface Signed {
  accessKeyId: string;
  /** Day, region, service and `aws4_request`, as they were signed. */
  scope: string;
  service: string;
  region: string;
  signedHeaders: readonly string[];
  signature: string;
}

const AUTHORIZATION =
  /^AWS4-HMAC-SHA256 Credential=([^/]+)\/([^,\s]+),\s*SignedHeaders=([^,\s]+),\s*Signature=([0-9a-f]+)$/;

/** Reads the signature in the header of a request; undefined when there is none. */
export function signedBy({ headers }: Received): Signed | undefined {
  const [, accessKeyId = "", scope = "", names = "", signature = ""] =
    AUTHORIZATION.exec(headers.authorization ?? "") ?? [];
  if (accessKeyId === "") return undefined;
  const [, region = "", service = ""] = scope.split("/");
  return { accessKeyId, scope, region, service, signedHeaders: names.split(";"), signature };
}

const sha256 = (data: string | Buffer): string => createHash("sha256").update(data).digest("hex");
const hmac = (key: string | Buffer, text: string): Buffer => createHmac("sha256", key).update(text).digest();

const encode = (text: string): string =>
  encodeURIComponent(text).replace(/[!'()*]/g, (char) => `%${char.charCodeAt(0).toString(16).toUpperCase()}`);

const canonicalQuery = (query: URLSearchParams): string =>
  [...query]
    .map(([name, value]) => `${encode(name)}=${encode(value)}`)
    .sort()
    .join("&");

/** S3 signs the path as it was sent; every other service encodes it once more. */
const canonicalPath = (path: string, service: string): string =>
  service === "s3" ? path : path.split("/").map(encode).join("/");

/**
 * Whether a request was signed with a secret, by the headers that it says it signed.
 *
 * @source https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_sigv-create-signed-request.html
 */
export function isSignedWith(secret: string, request: Received, signed: Signed): boolean {
  const { pathname, searchParams } = new URL(request.url, "http://localhost");
  const headers = signed.signedHeaders.map((name) => `${name}:${String(request.headers[name] ?? "").trim()}\n`);
  const declared = request.headers["x-amz-content-sha256"];
  const digest = sha256(request.body);
  if (declared !== undefined && declared !== "UNSIGNED-PAYLOAD" && declared !== digest) return false;
  const canonical = [
    request.method,
    canonicalPath(pathname, signed.service),
    canonicalQuery(searchParams),
    headers.join(""),
    signed.signedHeaders.join(";"),
    String(declared ?? digest),
  ].join("\n");
  const text = ["AWS4-HMAC-SHA256", request.headers["x-amz-date"], signed.scope, sha256(canonical)].join("\n");
  const key = signed.scope.split("/").reduce<string | Buffer>((last, part) => hmac(last, part), `AWS4${secret}`);
  const [right, given] = [hmac(key, text), Buffer.from(signed.signature, "hex")];
  return right.length === given.length && timingSafeEqual(right, given);
}
