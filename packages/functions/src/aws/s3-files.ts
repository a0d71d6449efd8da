import { createHmac } from "node:crypto";
import type { Files, UploadRule } from "@yigong/application/ports/files.ts";
import { AwsV4Signer } from "aws4fetch";
import { edgeRefusal } from "../lib/edge.refusals.ts";
import { credentialsOf } from "./endpoint.ts";
import { credentialsFor, type SignedClient, type Signing, signedClient, signingTime } from "./signed.ts";

const HOUR_MS = 3_600_000;
/** Signed at the hour's start for two hours, a link is good for one at least. */
const LINK_SECONDS = 7_200;

interface Bucket extends Required<Pick<Signing, "env" | "now">> {
  s3: SignedClient;
  /** The bucket's own address, with a slash at the end. */
  url: URL;
}

/** A bucket has a host of its own; another endpoint in S3's place has it in the path. @source Amazon S3 User Guide, Virtual hosting of buckets */
function urlOf({ endpoint }: SignedClient, bucket: string): URL {
  if (endpoint.isOverridden) return new URL(`${endpoint.url.href.replace(/\/$/, "")}/${bucket}/`);
  const url = new URL(endpoint.url);
  url.hostname = `${bucket}.${url.hostname}`;
  return url;
}

/** Origin to which pages send uploads, and from which they read files. */
export const filesOrigin = (name: string, signing: Signing): string => urlOf(signedClient("S3", signing), name).origin;

/** Each part of a key as it stands in a path. */
const pathOf = (key: string): string => key.split("/").map(strict).join("/");

/** @source Signature Version 4, UriEncode */
const strict = (text: string): string =>
  encodeURIComponent(text).replace(/[!'()*]/g, (char) => `%${char.charCodeAt(0).toString(16).toUpperCase()}`);

const hmac = (key: string | Buffer, text: string): Buffer => createHmac("sha256", key).update(text).digest();

/**
 * The form by which a browser uploads one object: exactly this key and type, a size within the range, until an instant.
 *
 * @source Amazon S3 API Reference, Browser-based uploads using POST (Signature Version 4)
 */
function uploadFields({ env, s3, now }: Bucket, bucket: string, rule: UploadRule): Record<string, string> {
  const { accessKeyId, secretAccessKey, sessionToken } = credentialsOf(env);
  const { region } = s3.endpoint;
  const time = signingTime(now());
  const day = time.slice(0, 8);
  const fields = {
    "Content-Type": rule.contentType,
    bucket,
    "X-Amz-Algorithm": "AWS4-HMAC-SHA256",
    "X-Amz-Credential": `${accessKeyId}/${day}/${region}/s3/aws4_request`,
    "X-Amz-Date": time,
    ...(sessionToken === undefined ? {} : { "X-Amz-Security-Token": sessionToken }),
    key: rule.key,
  };
  const conditions = [
    ["content-length-range", rule.minBytes, rule.maxBytes],
    ...Object.entries(fields).map(([name, value]) => ({ [name]: value })),
  ];
  const expiration = rule.expiresAt.replace(/\.\d+Z$/, "Z");
  const Policy = Buffer.from(JSON.stringify({ expiration, conditions })).toString("base64");
  const signing = [region, "s3", "aws4_request"].reduce(hmac, hmac(`AWS4${secretAccessKey}`, day));
  return { ...fields, Policy, "X-Amz-Signature": hmac(signing, Policy).toString("hex") };
}

/**
 * A link to an object for whoever has it. Within an hour it is the same one, so that a browser keeps what it has loaded;
 * another instance of a function, with credentials of its own, makes another.
 *
 * @source Amazon S3 API Reference, Authenticating requests: using query parameters
 */
async function linkTo({ env, s3, url, now }: Bucket, key: string, downloadName: string | undefined): Promise<string> {
  const link = new URL(pathOf(key), url);
  const query = {
    "X-Amz-Content-Sha256": "UNSIGNED-PAYLOAD",
    "X-Amz-Expires": String(LINK_SECONDS),
    "x-id": "GetObject",
    ...(downloadName && { "response-content-disposition": `attachment; filename*=UTF-8''${strict(downloadName)}` }),
  };
  for (const [name, value] of Object.entries(query)) link.searchParams.set(name, value);
  const signer = new AwsV4Signer({
    ...credentialsFor(env),
    method: "GET",
    url: link.href,
    service: "s3",
    region: s3.endpoint.region,
    datetime: signingTime(new Date(Math.floor(now().getTime() / HOUR_MS) * HOUR_MS)),
    signQuery: true,
  });
  const { searchParams } = (await signer.sign()).url;
  // As a form would write it, a blank is a plus, which not everybody reads as a blank.
  link.search = [...searchParams]
    .map(([name, value]) => `${strict(name)}=${strict(value)}`)
    .sort()
    .join("&");
  return link.href;
}

/** What S3 answers about an object that is not there. */
const MISSING = 404;

async function answered(what: string, answer: Response, ...good: number[]): Promise<Response> {
  if (good.includes(answer.status)) return answer;
  await answer.body?.cancel();
  if (answer.status < 500 && answer.status !== 429) throw new Error(`${what} was answered ${answer.status} by S3.`);
  throw edgeRefusal("files.unavailable");
}

/**
 * Files in an S3 bucket.
 *
 * S3 says 404 of an object that is not there only to those who may list the bucket, else 403. A role that asks for sizes
 * or reads therefore needs `s3:ListBucket`; a 403 is a fault of ours and never taken for a missing file.
 *
 * @throws `files.unavailable`, `aws.unavailable` from all that reaches S3
 */
export function s3Files(name: string, signing: Signing): Files {
  const s3 = signedClient("S3", signing);
  const bucket: Bucket = { s3, url: urlOf(s3, name), env: signing.env, now: signing.now ?? (() => new Date()) };
  const to = (key: string) => new URL(pathOf(key), bucket.url);
  return {
    uploadForm: async (rule) => ({ url: formUrl(bucket.url), fields: uploadFields(bucket, name, rule) }),
    async size(key) {
      const answer = await answered("HEAD", await s3.send({ method: "HEAD", url: to(key) }), 200, MISSING);
      return answer.status === MISSING ? undefined : Number(answer.headers.get("content-length"));
    },
    async read(key) {
      const answer = await answered("GET", await s3.send({ method: "GET", url: to(key) }), 200, MISSING);
      if (answer.status === 200) return new Uint8Array(await answer.arrayBuffer());
      await answer.body?.cancel();
      return undefined;
    },
    async write(key, bytes, contentType) {
      const request = { method: "PUT", url: to(key), headers: { "content-type": contentType } } as const;
      const answer = await answered("PUT", await s3.send({ ...request, body: new Uint8Array(bytes) }), 200);
      await answer.body?.cancel();
    },
    async remove(key) {
      const answer = await answered("DELETE", await s3.send({ method: "DELETE", url: to(key) }), 204, MISSING);
      await answer.body?.cancel();
    },
    servingUrl: (key, options = {}) => linkTo(bucket, key, options.downloadName),
  };
}

/** As AWS's own client writes it: a path-style address has no slash at the end. */
const formUrl = ({ href, pathname }: URL): string => (pathname === "/" ? href : href.replace(/\/$/, ""));
