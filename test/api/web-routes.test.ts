import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { testAlliance } from "@yigong/testing/test-alliance.ts";
import { afterAll, expect, it } from "vitest";

const alliance = await testAlliance();
afterAll(() => alliance.close());

const SOURCES = fileURLToPath(new URL("../../packages/web/src/", import.meta.url));
const CALLED = /"(GET|POST|PUT|PATCH|DELETE) (\/[^"]+)"/g;

const called = readdirSync(SOURCES, { recursive: true, encoding: "utf8" })
  .filter((file) => /\.tsx?$/.test(file) && !file.endsWith(".test.ts"))
  .flatMap((file) => [...readFileSync(join(SOURCES, file), "utf8").matchAll(CALLED)])
  .map(([, method = "", path = ""]) => `${method} ${path}`);

interface Described {
  paths: Record<string, Record<string, unknown>>;
}

it("calls routes that the API has", async () => {
  const answer = await (await alliance.web()).request("/api/openapi.json");
  const { paths } = (await answer.json()) as Described;
  const described = Object.entries(paths).flatMap(([path, methods]) =>
    Object.keys(methods).map((method) => `${method.toUpperCase()} ${path.replace(/^\/api\/v1/, "")}`),
  );

  expect(described.length).toBeGreaterThan(100);
  expect([...new Set(called)].filter((route) => !described.includes(route))).toEqual([]);
});
