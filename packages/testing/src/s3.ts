import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { formFault, madeBy, postedIn } from "./s3/form.ts";
import { linkedBy, linkFault } from "./s3/presigned.ts";
import { isSignedWith, type Received, signedBy } from "./signature.ts";

export interface Keys {
  accessKeyId: string;
  secretAccessKey: string;
  sessionToken?: string | undefined;
}

/** What a request needs leave for; of `s3:ListBucket` the key is the one that was looked for. */
export interface Asked {
  accessKeyId: string;
  action: "s3:GetObject" | "s3:PutObject" | "s3:DeleteObject" | "s3:ListBucket";
  key: string;
}

export interface S3Options {
  bucket: string;
  keys: readonly Keys[];
  now: () => Date;
  /** Everything is allowed when left out. */
  allows?: (asked: Asked) => boolean;
  /** Whether the next request meets an internal error. */
  breaks?: () => boolean;
}

export interface S3Object {
  bytes: Uint8Array;
  contentType: string;
}

export interface S3Reply {
  status: number;
  headers: Record<string, string>;
  body: Uint8Array | string;
}

/** One bucket in memory, addressed by path, that refuses what S3 refuses. */
export interface S3Bucket {
  objects: Map<string, S3Object>;
  answer(request: Received): Promise<S3Reply>;
}

class Refused extends Error {
  readonly status: number;
  constructor(code: string) {
    super(code);
    this.status =
      code.startsWith("Entity") || code.startsWith("Malformed") ? 400 : code.startsWith("NoSuch") ? 404 : 403;
  }
}

const ACTIONS = { GET: "s3:GetObject", HEAD: "s3:GetObject", PUT: "s3:PutObject", DELETE: "s3:DeleteObject" } as const;
type Method = keyof typeof ACTIONS;

const reply = (status: number, headers: Record<string, string> = {}, body: Uint8Array | string = ""): S3Reply => ({
  status,
  headers,
  body,
});

/** A bucket as S3 would answer for it. */
export function s3Bucket({ bucket, keys, now, allows = () => true, breaks = () => false }: S3Options): S3Bucket {
  const objects = new Map<string, S3Object>();
  const keysOf = (accessKeyId: string): Keys => {
    const found = keys.find((one) => one.accessKeyId === accessKeyId);
    if (!found) throw new Refused("InvalidAccessKeyId");
    return found;
  };
  const require = (asked: Asked) => {
    if (!allows(asked)) throw new Refused("AccessDenied");
  };

  /** Whose request it is. */
  const signer = (request: Received): string => {
    const signed = signedBy(request);
    if (signed) {
      const { secretAccessKey, sessionToken } = keysOf(signed.accessKeyId);
      if (request.headers["x-amz-security-token"] !== sessionToken) throw new Refused("InvalidToken");
      if (signed.service !== "s3" || !isSignedWith(secretAccessKey, request, signed))
        throw new Refused("SignatureDoesNotMatch");
      return signed.accessKeyId;
    }
    const link = linkedBy(request);
    if (!link || request.method !== "GET") throw new Refused("AccessDenied");
    const { secretAccessKey: secret, sessionToken: token } = keysOf(link.accessKeyId);
    const fault = linkFault(request, { secret, scope: link.scope, token, now: now() });
    if (fault) throw new Refused(fault);
    return link.accessKeyId;
  };

  const post = async (request: Received): Promise<S3Reply> => {
    const posted = await postedIn(request);
    if (!posted) throw new Refused("MalformedPOSTRequest");
    const { accessKeyId, scope } = madeBy(posted);
    const { secretAccessKey: secret, sessionToken } = keysOf(accessKeyId);
    if (posted.fields.get("x-amz-security-token") !== sessionToken) throw new Refused("InvalidToken");
    const fault = formFault(posted, { secret, scope, now: now() });
    if (fault) throw new Refused(fault);
    const key = posted.fields.get("key") ?? "";
    require({ accessKeyId, action: "s3:PutObject", key });
    objects.set(key, { bytes: posted.file, contentType: posted.fields.get("content-type") ?? "binary/octet-stream" });
    return reply(204);
  };

  const object = (request: Received, method: Method, key: string): S3Reply => {
    const accessKeyId = signer(request);
    require({ accessKeyId, action: ACTIONS[method], key });
    if (method === "DELETE") {
      objects.delete(key);
      return reply(204);
    }
    if (method === "PUT") {
      objects.set(key, { bytes: new Uint8Array(request.body), contentType: request.headers["content-type"] ?? "" });
      return reply(200);
    }
    const found = objects.get(key);
    if (!found) {
      require({ accessKeyId, action: "s3:ListBucket", key });
      throw new Refused("NoSuchKey");
    }
    return served(found, request.url);
  };

  return {
    objects,
    async answer(request) {
      if (breaks()) return reply(503);
      const [, name, ...rest] = new URL(request.url, "http://localhost").pathname.split("/");
      try {
        if (name !== bucket) throw new Refused("NoSuchBucket");
        const key = rest.map(decodeURIComponent).join("/");
        if (request.method === "POST" && key === "") return await post(request);
        if (!(request.method in ACTIONS)) throw new Refused("AccessDenied");
        return object(request, request.method as Method, key);
      } catch (error) {
        if (!(error instanceof Refused)) throw error;
        const body = `<?xml version="1.0" encoding="UTF-8"?>\n<Error><Code>${error.message}</Code></Error>`;
        return reply(error.status, { "content-type": "application/xml" }, request.method === "HEAD" ? "" : body);
      }
    },
  };
}

/** An object's answer, with the headers that the link asks for. */
function served({ bytes, contentType }: S3Object, url: string): S3Reply {
  const query = new URL(url, "http://localhost").searchParams;
  const disposition = query.get("response-content-disposition");
  return reply(
    200,
    {
      "content-type": query.get("response-content-type") ?? contentType,
      "content-length": String(bytes.length),
      ...(disposition === null ? {} : { "content-disposition": disposition }),
    },
    bytes,
  );
}

/** A bucket that listens on loopback. */
export async function openS3(options: S3Options) {
  const bucket = s3Bucket(options);
  const server = createServer((request, response) => {
    const answered = async () => {
      const chunks: Buffer[] = [];
      for await (const chunk of request as AsyncIterable<Buffer>) chunks.push(chunk);
      const { method = "GET", url = "/", headers } = request;
      const {
        status,
        headers: told,
        body,
      } = await bucket.answer({ method, url, headers, body: Buffer.concat(chunks) });
      response.writeHead(status, told).end(method === "HEAD" ? undefined : body);
    };
    answered().catch((error: unknown) => response.writeHead(500).end(String(error)));
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    ...bucket,
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    close: () =>
      new Promise<void>((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
