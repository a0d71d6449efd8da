import { mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Files, UploadForm } from "@yigong/application/ports/files.ts";
import { Hono } from "hono";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { openFiles } from "./local-files.ts";

const key = "quarantine/act_a/mat_b";
const served = "serving/act_a/mat_b/large.jpg";
let root: string;
let now: string;
let files: Files;
let app: Hono;

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), "yigong-files-"));
  now = "2026-09-20T01:05:00.000Z";
  const opened = openFiles({ directory: root, secret: "a secret", origin: "http://localhost:3000", now: () => now });
  files = opened.files;
  app = new Hono().route("/", opened.routes);
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

const askForm = (changed: object = {}) =>
  files.uploadForm({
    key,
    contentType: "image/jpeg",
    minBytes: 5,
    maxBytes: 5,
    expiresAt: "2026-09-20T01:15:00.000Z",
    ...changed,
  });

function post({ url, fields }: UploadForm, content: string | Blob | undefined = "hello") {
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) form.append(name, value);
  if (content !== "") form.append("file", new Blob([content]), "合影.jpg");
  return app.request(url, { method: "POST", body: form });
}
const codeOf = async (response: Response) => [response.status, ((await response.json()) as { code: string }).code];
const kept = () => readdirSync(root, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());

describe("an upload", () => {
  it("puts exactly the posted bytes under the form's key", async () => {
    const response = await post(await askForm());

    expect(response.status).toBe(204);
    expect(Buffer.from((await files.read(key)) ?? []).toString()).toBe("hello");
  });

  it("may be posted again while the form is good", async () => {
    const form = await askForm();
    await post(form);
    await post(form, "again");

    expect(Buffer.from((await files.read(key)) ?? []).toString()).toBe("again");
  });

  const signedBy = async () => (await askForm()).fields;

  it.each([
    ["another key", async () => ({ ...(await signedBy()), key: "serving/act_a/mat_b/large.jpg" }), "upload.forged"],
    ["another type", async () => ({ ...(await signedBy()), "Content-Type": "text/html" }), "upload.forged"],
    [
      "another policy",
      async () => ({ ...(await signedBy()), policy: (await askForm({ maxBytes: 9e9 })).fields.policy ?? "" }),
      "upload.forged",
    ],
    ["no signature", async () => ({ ...(await signedBy()), "x-amz-signature": "" }), "upload.forged"],
    ["no policy", async () => ({ key }), "upload.forged"],
  ])("with %s is refused", async (_, fields, code) => {
    const response = await post({ url: (await askForm()).url, fields: await fields() });

    expect(await codeOf(response)).toEqual([403, code]);
    expect(kept()).toEqual([]);
  });

  it("is refused from the tenth minute on", async () => {
    const form = await askForm();
    now = "2026-09-20T01:15:00.000Z";

    expect(await codeOf(await post(form))).toEqual([403, "upload.expired"]);
    now = "2026-09-20T01:14:59.999Z";
    expect((await post(form)).status).toBe(204);
  });

  it.each([
    ["hell", "upload.too_small"],
    ["hello!", "upload.too_large"],
    ["", "upload.malformed"],
  ])("of %j is refused by a form for five bytes and leaves nothing", async (content, code) => {
    expect(await codeOf(await post(await askForm(), content))).toEqual([400, code]);
    expect(kept()).toEqual([]);
  });

  it("is cut off at its limit, however much follows", async () => {
    let sent = 0;
    const { url, fields } = await askForm({ maxBytes: 1_000_000 });
    const head = Object.entries({ ...fields, file: "" })
      .map(
        ([name, value]) =>
          `--b\r\nContent-Disposition: form-data; name="${name}"\r\n\r\n${value}${name === "file" ? "" : "\r\n"}`,
      )
      .join("");
    const body = new ReadableStream({
      pull(controller) {
        controller.enqueue(sent === 0 ? Buffer.from(head) : Buffer.alloc(100_000));
        sent += 1;
        if (sent > 10_000) controller.close();
      },
    });
    const headers = { "content-type": "multipart/form-data; boundary=b" };
    const response = await app.request(url, { method: "POST", body, headers, duplex: "half" } as RequestInit);

    expect(await codeOf(response)).toEqual([400, "upload.too_large"]);
    expect(sent).toBeLessThan(20);
    expect(kept()).toEqual([]);
  });

  it.each([
    ["a field of 100 kB", { policy: "x".repeat(100_000) }, "upload.too_large"],
    ["thirty fields", Object.fromEntries(Array.from({ length: 30 }, (_, n) => [`f${n}`, "x"])), "upload.malformed"],
  ])("with %s is refused", async (_, fields, code) => {
    expect(await codeOf(await post({ url: "/uploads", fields }))).toEqual([400, code]);
  });

  it("that is no form is refused", async () => {
    expect(await codeOf(await app.request("/uploads", { method: "POST", body: "{}" }))).toEqual([
      400,
      "upload.malformed",
    ]);
  });
});

describe("a link", () => {
  beforeEach(() => files.write(served, Buffer.from("picture"), "image/jpeg"));

  it("shows a picture in place, as data that is never sniffed", async () => {
    const response = await app.request(await files.servingUrl(served));

    expect(await response.text()).toBe("picture");
    expect(Object.fromEntries(response.headers)).toMatchObject({
      "content-type": "image/jpeg",
      "content-length": "7",
      "content-disposition": "inline",
      "x-content-type-options": "nosniff",
      "content-security-policy": "default-src 'none'; sandbox",
      "cache-control": "private, max-age=3600, immutable",
    });
  });

  it("hands out a document for saving, under its name", async () => {
    const document = "serving/act_a/mat_b/document.pdf";
    await files.write(document, Buffer.from("%PDF-"), "application/pdf");
    const response = await app.request(await files.servingUrl(document, { downloadName: "总结\"1'.pdf" }));

    expect(response.headers.get("content-type")).toBe("application/pdf");
    expect(response.headers.get("content-disposition")).toBe(
      "attachment; filename*=UTF-8''%E6%80%BB%E7%BB%93%221%27.pdf",
    );
    expect((await app.request(await files.servingUrl(document))).headers.get("content-disposition")).toMatch(
      /^attachment/,
    );
  });

  it("stays the same within an hour and is good for at least one", async () => {
    const first = await files.servingUrl(served);
    now = "2026-09-20T01:59:59.999Z";
    const same = await files.servingUrl(served);
    now = "2026-09-20T02:59:59.999Z";
    const response = await app.request(first);
    now = "2026-09-20T03:00:00.000Z";

    expect(same).toBe(first);
    expect(response.status).toBe(200);
    expect(await codeOf(await app.request(first))).toEqual([403, "file.link_expired"]);
  });

  it.each([
    ["with another name", (link: string) => `${link}&name=x.html`],
    ["to another file", (link: string) => link.replace("large.jpg", "thumbnail.webp")],
    ["with a later end", (link: string) => link.replace("expires=2026", "expires=2027")],
    ["without a signature", (link: string) => link.replace(/&signature=.*/, "")],
    ["out of the folder", (link: string) => link.replace("act_a/mat_b", "..%2f..%2f..%2fetc")],
  ])("%s is refused", async (_, changed) => {
    expect(await codeOf(await app.request(changed(await files.servingUrl(served))))).toEqual([
      403,
      "file.link_invalid",
    ]);
  });

  it("never leads to an upload, not even a signed one", async () => {
    await files.write(key, Buffer.from("<script>"), "image/jpeg");

    expect(await codeOf(await app.request(await files.servingUrl(key)))).toEqual([403, "file.link_invalid"]);
  });

  it("to a file that was removed says so", async () => {
    const link = await files.servingUrl(served);
    await files.remove(served);

    expect(await codeOf(await app.request(link))).toEqual([404, "file.missing"]);
  });

  it("answers HEAD without a body", async () => {
    const response = await app.request(await files.servingUrl(served), { method: "HEAD" });

    expect([response.status, await response.text(), response.headers.get("content-length")]).toEqual([200, "", "7"]);
  });
});
