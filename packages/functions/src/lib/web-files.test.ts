import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, it } from "vitest";
import { webFilesIn } from "./web-files.ts";

const root = mkdtempSync(join(tmpdir(), "yigong-web-"));
afterAll(() => rmSync(root, { recursive: true, force: true }));
mkdirSync(join(root, "dist/assets"), { recursive: true });
writeFileSync(join(root, "dist/phone.html"), "document");
writeFileSync(join(root, "dist/assets/phone-1.css"), "a{}");
writeFileSync(join(root, "secret.html"), "secret");
const webFile = webFilesIn(join(root, "dist"));

it("finds the files of a build, with their types", async () => {
  expect((await webFile("phone.html"))?.type).toBe("text/html; charset=utf-8");
  expect(new TextDecoder().decode((await webFile("assets/phone-1.css"))?.bytes)).toBe("a{}");
});

it.each(["missing.html", "../secret.html", "assets/../../secret.html", "assets", "phone.map", ""])(
  "finds nothing at %s",
  async (path) => {
    expect(await webFile(path)).toBeUndefined();
  },
);
