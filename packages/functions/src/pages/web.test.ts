import { expect, it } from "vitest";
import { policyOf, webPages } from "./web.ts";

const bytes = (text: string) => new TextEncoder().encode(text);
const files: Record<string, { bytes: Uint8Array<ArrayBuffer>; type: string }> = {
  "phone.html": { bytes: bytes("<!doctype html>"), type: "text/html; charset=utf-8" },
  "console.html": { bytes: bytes('<meta name="styles" nonce="">'), type: "text/html; charset=utf-8" },
  "assets/phone-B1x_9.js": { bytes: bytes("1"), type: "text/javascript; charset=utf-8" },
};
const pages = webPages({ webFile: async (path) => files[path] });

it.each(["/m", "/m/", "/m/activities/act_1/roll-call"])(
  "answers %s with the app's document, looked at again each time",
  async (path) => {
    const first = await pages.request(path);
    const etag = first.headers.get("etag") ?? "";
    const again = await pages.request(path, { headers: { "if-none-match": etag } });

    expect(await first.text()).toBe("<!doctype html>");
    expect(first.headers.get("cache-control")).toBe("no-cache");
    expect([again.status, await again.text()]).toEqual([304, ""]);
  },
);

it("keeps what is named by its content for ever, and answers nothing else from there", async () => {
  const kept = await pages.request("/assets/phone-B1x_9.js");

  expect(kept.headers.get("cache-control")).toBe("public, max-age=31536000, immutable");
  for (const path of ["/assets/other.js", "/assets/..%2fphone.html", "/assets/", "/memory", "/phone.html"])
    expect((await pages.request(path)).status).toBe(404);
});

it("lets documents load what is ours, and photos from where they are kept", async () => {
  const policy = (await pages.request("/m")).headers.get("content-security-policy") ?? "";

  expect(policy).not.toMatch(/unsafe|\*|https?:/);
  expect(policyOf({ fileOrigins: ["https://files.example"] })).toContain(
    "img-src 'self' https://files.example blob: data:",
  );
  expect(policyOf({ fileOrigins: ["https://files.example"] })).toContain("connect-src 'self' https://files.example;");
});

it("lets the console write the styles of its own document, by a number that is never used twice", async () => {
  const seen = await Promise.all(
    ["/console", "/console/activities/act_1/people"].map(async (path) => {
      const answer = await pages.request(path);
      const nonce = /nonce="([\w-]{22})"/.exec(await answer.text())?.[1] ?? "";
      const policy = answer.headers.get("content-security-policy") ?? "";

      expect(policy).toContain(`style-src 'self' 'nonce-${nonce}';`);
      expect(policy).toContain("script-src 'self';");
      return nonce;
    }),
  );

  expect(new Set(seen).size).toBe(2);
});
