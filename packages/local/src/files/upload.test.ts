import { mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { processMaterial } from "@yigong/application/archive/process-material.ts";
import type { Files } from "@yigong/application/ports/files.ts";
import { lookAt, officeOf, phonePhoto, WORD } from "@yigong/testing/sample-files.ts";
import { archiving, NOW } from "@yigong/testing/scenario/archiving.ts";
import { type TestAlliance, testAlliance } from "@yigong/testing/test-alliance.ts";
import { Hono } from "hono";
import { afterAll, beforeAll, expect, it } from "vitest";
import { openFiles } from "./local-files.ts";

const DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";
let root: string;
let alliance: TestAlliance;
let start: () => Promise<string>;
let files: Files;
let web: Hono;

beforeAll(async () => {
  root = mkdtempSync(join(tmpdir(), "yigong-files-"));
  const opened = openFiles({ directory: root, secret: "a secret", origin: "http://localhost:3000", now: () => NOW });
  files = opened.files;
  web = new Hono().route("/", opened.routes);
  alliance = await testAlliance({ files, startAt: NOW });
  const archives = archiving(alliance);
  await archives.people();
  start = archives.start;
});
afterAll(async () => {
  await alliance.close();
  rmSync(root, { recursive: true, force: true });
});

/** What a browser does with a file, and then the outbox. */
async function send(activityId: string, file: { name: string; contentType: string; content: Buffer<ArrayBuffer> }) {
  const { content, ...said } = file;
  const as = alliance.when("organizer");
  const path = `/activities/${activityId}/materials`;
  const { material, form } = (await as.post(path, { ...said, bytes: content.length })).body;
  const data = new FormData();
  for (const [name, value] of Object.entries<string>(form.fields)) data.append(name, value);
  data.append("file", new Blob([content]), file.name);
  const uploaded = await web.request(form.url, { method: "POST", body: data });
  await as.post(`${path}/${material.id}/uploaded`);
  await processMaterial(alliance.useCases, { activityId, materialId: material.id, at: NOW });
  const { items } = (await as.get(path)).body;
  return { uploaded: uploaded.status, material: items.find(({ id }: { id: string }) => id === material.id) };
}

it("carries a photo from the form to a link without its place, and the upload is gone", async () => {
  const content = Buffer.from(await phonePhoto(800, 400));
  const { uploaded, material } = await send(await start(), { name: "合影.jpg", contentType: "image/jpeg", content });
  const shown = await lookAt(await (await web.request(material.photo.url)).arrayBuffer());
  const left = readdirSync(join(root, "quarantine"), { recursive: true, withFileTypes: true });

  expect([uploaded, material.status]).toEqual([204, "ready"]);
  expect([shown.format, shown.width, shown.height, shown.exif]).toEqual(["jpeg", 400, 800, undefined]);
  expect(left.filter((entry) => entry.isFile())).toEqual([]);
});

it("hands out a document byte for byte, for saving under its name", async () => {
  const content = Buffer.from(officeOf(WORD));
  const { material } = await send(await start(), { name: "总结.docx", contentType: DOCX, content });
  const response = await web.request(material.document.url);

  expect(response.headers.get("content-disposition")).toBe(
    `attachment; filename*=UTF-8''${encodeURIComponent("总结.docx")}`,
  );
  expect(Buffer.from(await response.arrayBuffer())).toEqual(content);
});

it("rejects a page that calls itself a photo, and serves nothing of it", async () => {
  const activityId = await start();
  const content = Buffer.from("<!doctype html><script>alert(1)</script>");
  const { uploaded, material } = await send(activityId, { name: "合影.jpg", contentType: "image/jpeg", content });

  expect([uploaded, material.status, material.rejected.reason]).toEqual([204, "rejected", "notWhatItClaims"]);
  expect(
    readdirSync(root, { recursive: true }).filter((path) => String(path).includes(`serving/${activityId}`)),
  ).toEqual([]);
});
