import { GetObjectCommand, S3Client } from "@aws-sdk/client-s3";
import { createPresignedPost } from "@aws-sdk/s3-presigned-post";
import { getSignedUrl } from "@aws-sdk/s3-request-presigner";
import type { UploadRule } from "@yigong/application/ports/files.ts";
import { openS3 } from "@yigong/testing/s3.ts";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import { s3Files } from "./s3-files.ts";

const KEYS = { accessKeyId: "ASIAEXAMPLE", secretAccessKey: "a+secret/of=40", sessionToken: "IQoJb3//token+=" };
const NOW = new Date("2026-09-01T08:40:12.345Z");
const BUCKET = "yigong-production-files";
const NAME = "总结 (终稿)'s *.docx";

const envOf = (region: string, keys = KEYS, endpoint?: string) => ({
  AWS_REGION: region,
  AWS_ACCESS_KEY_ID: keys.accessKeyId,
  AWS_SECRET_ACCESS_KEY: keys.secretAccessKey,
  AWS_SESSION_TOKEN: keys.sessionToken,
  AWS_ENDPOINT_URL_S3: endpoint,
});

const rule = (over: Partial<UploadRule> = {}): UploadRule => ({
  key: "quarantine/act_1/mat_2/original",
  contentType: "image/jpeg",
  minBytes: 3,
  maxBytes: 8,
  expiresAt: "2026-09-01T08:50:12.000Z",
  ...over,
});

const oracle = (region: string, keys = KEYS) =>
  new S3Client({
    region,
    credentials: keys,
    requestChecksumCalculation: "WHEN_REQUIRED",
    responseChecksumValidation: "WHEN_REQUIRED",
  });

describe.each([
  ["in the world", "eu-central-1", KEYS],
  ["in China", "cn-north-1", KEYS],
  ["with lasting keys", "us-east-1", { ...KEYS, sessionToken: undefined }],
])("forms and links %s", (_, region, keys) => {
  beforeEach(() => void vi.useFakeTimers({ now: NOW, toFake: ["Date"] }));
  afterEach(() => void vi.useRealTimers());
  const files = s3Files(BUCKET, { env: envOf(region, keys as typeof KEYS), now: () => NOW });
  const credentials = keys as typeof KEYS;

  it("has the form that AWS's own client makes, byte for byte", async () => {
    vi.setSystemTime(new Date("2026-09-01T08:40:12.000Z"));
    const { key, contentType, minBytes, maxBytes } = rule();
    const theirs = await createPresignedPost(oracle(region, credentials), {
      Bucket: BUCKET,
      Key: key,
      Fields: { "Content-Type": contentType },
      Conditions: [["content-length-range", minBytes, maxBytes]],
      Expires: 600,
    });

    expect(await files.uploadForm(rule())).toEqual(theirs);
  });

  it.each([
    ["serving/act_1/mat_2/large.webp", undefined],
    ["serving/downloads/积分 2026+(1).xlsx", NAME],
  ])("has the link to %s that AWS's own client makes, byte for byte", async (key, downloadName) => {
    const disposition = `attachment; filename*=UTF-8''${encodeURIComponent(NAME).replace(/['()*]/g, (c) => `%${c.charCodeAt(0).toString(16).toUpperCase()}`)}`;
    const command = new GetObjectCommand({
      Bucket: BUCKET,
      Key: key,
      ...(downloadName ? { ResponseContentDisposition: disposition } : {}),
    });
    const signingDate = new Date("2026-09-01T08:00:00.000Z");
    const theirs = await getSignedUrl(oracle(region, credentials), command, { expiresIn: 7200, signingDate });

    expect(await files.servingUrl(key, downloadName ? { downloadName } : {})).toBe(theirs);
  });
});

it("makes the same link within an hour, and another in the next", async () => {
  let now = new Date("2026-09-01T08:00:00.000Z");
  const files = s3Files(BUCKET, { env: envOf("eu-central-1"), now: () => now });
  const first = await files.servingUrl("serving/a.webp");
  now = new Date("2026-09-01T08:59:59.999Z");
  const last = await files.servingUrl("serving/a.webp");
  now = new Date("2026-09-01T09:00:00.000Z");

  expect(last).toBe(first);
  expect(await files.servingUrl("serving/a.webp")).not.toBe(first);
});

describe("against a bucket", () => {
  let s3: Awaited<ReturnType<typeof openS3>>;
  let now = NOW;
  let mayList = true;
  let broken = 0;
  const env = () => envOf("eu-central-1", KEYS, s3.url);
  const files = () => s3Files(BUCKET, { env: env(), now: () => now, pause: async () => {} });

  beforeAll(async () => {
    s3 = await openS3({
      bucket: BUCKET,
      keys: [KEYS],
      now: () => now,
      allows: ({ action }) => action !== "s3:ListBucket" || mayList,
      breaks: () => broken-- > 0,
    });
  });
  afterAll(() => s3.close());
  beforeEach(() => {
    now = NOW;
    mayList = true;
    broken = 0;
    s3.objects.clear();
  });

  const upload = async (bytes: number, over: Record<string, string> = {}) => {
    const { url, fields } = await files().uploadForm(rule());
    const data = new FormData();
    for (const [name, value] of Object.entries({ ...fields, ...over })) data.append(name, value);
    data.append("file", new Blob([new Uint8Array(bytes)]), "x.jpg");
    return (await fetch(url, { method: "POST", body: data })).status;
  };

  it("takes an upload as the form allows it, and it has the form's type", async () => {
    expect(await upload(5)).toBe(204);
    expect(s3.objects.get(rule().key)).toEqual({ bytes: new Uint8Array(5), contentType: "image/jpeg" });
  });

  it.each([
    ["too small", 400, 2, {}],
    ["too large", 400, 9, {}],
    ["of another type", 403, 5, { "Content-Type": "text/html" }],
    ["to another key", 403, 5, { key: "serving/act_1/page.html" }],
    ["with a field that was not signed", 403, 5, { acl: "public-read" }],
    [
      "with another policy",
      403,
      5,
      { Policy: Buffer.from('{"expiration":"2030-01-01T00:00:00Z","conditions":[]}').toString("base64") },
    ],
  ])("takes no upload that is %s", async (_, status, bytes, over) => {
    expect(await upload(bytes, over)).toBe(status);
    expect([...s3.objects.keys()]).toEqual([]);
  });

  it("takes no upload after the form's instant", async () => {
    now = new Date("2026-09-01T08:50:12.000Z");

    expect(await upload(5)).toBe(403);
  });

  it("writes, tells the size, reads, removes, and does each twice without harm", async () => {
    const [bytes, key] = [Buffer.from("照片"), "serving/act 1/图+1.webp"];
    await files().write(key, bytes, "image/webp");
    await files().write(key, bytes, "image/webp");

    expect([...s3.objects]).toEqual([[key, { bytes: new Uint8Array(bytes), contentType: "image/webp" }]]);
    expect(await files().size(key)).toBe(6);
    expect(await files().read(key)).toEqual(new Uint8Array(bytes));
    await files().remove(key);
    await files().remove(key);
    expect([await files().size(key), await files().read(key)]).toEqual([undefined, undefined]);
  });

  it("never takes a bucket that it may not list for an empty one", async () => {
    mayList = false;

    await expect(files().size("quarantine/none")).rejects.toThrow("403");
    await expect(files().read("quarantine/none")).rejects.toThrow("403");
  });

  it("serves by a link, under the name that a download is to have, until the hour after next", async () => {
    await files().write("serving/a.docx", Buffer.from("docx"), "application/x");
    const link = await files().servingUrl("serving/a.docx", { downloadName: NAME });
    const answer = await fetch(link);

    expect(await answer.text()).toBe("docx");
    expect(answer.headers.get("content-disposition")).toBe(
      "attachment; filename*=UTF-8''%E6%80%BB%E7%BB%93%20%28%E7%BB%88%E7%A8%BF%29%27s%20%2A.docx",
    );
    now = new Date("2026-09-01T09:59:59.000Z");
    expect((await fetch(link)).status).toBe(200);
    now = new Date("2026-09-01T10:00:00.000Z");
    expect((await fetch(link)).status).toBe(403);
  });

  it("serves nothing by a link that was changed", async () => {
    await files().write("serving/a.webp", Buffer.from("a"), "image/webp");
    await files().write("serving/b.webp", Buffer.from("b"), "image/webp");
    const link = await files().servingUrl("serving/a.webp");

    expect((await fetch(link.replace("/a.webp", "/b.webp"))).status).toBe(403);
    expect((await fetch(`${link}&response-content-type=text%2Fhtml`)).status).toBe(403);
  });

  it("comes again after S3 failed, and says so when S3 keeps failing", async () => {
    broken = 2;
    await files().write("serving/a.webp", Buffer.from("a"), "image/webp");
    broken = 9;

    expect([...s3.objects.keys()]).toEqual(["serving/a.webp"]);
    await expect(files().read("serving/a.webp")).rejects.toMatchObject({ code: "files.unavailable" });
  });
});
