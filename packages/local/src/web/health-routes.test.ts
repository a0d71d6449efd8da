import { expect, it } from "vitest";
import { healthRoutes, type Parts } from "./health-routes.ts";

const works = async () => true;
const fails = async () => false;
const throws = () => Promise.reject(new Error("gone"));

it.each<[Parts, number, object]>([
  [{}, 200, { ok: true }],
  [{ store: works, engine: works }, 200, { ok: true }],
  [{ store: fails, engine: works }, 503, { ok: false, down: ["store"], code: "health.down", status: 503 }],
  [{ store: works, engine: throws }, 503, { ok: false, down: ["engine"] }],
  [{ store: throws, engine: fails }, 503, { ok: false, down: ["store", "engine"] }],
])("says which parts are down, and that all is well only when none is", async (parts, status, body) => {
  const answer = await healthRoutes(parts).request("/api/health");

  expect(answer.status).toBe(status);
  expect(answer.headers.get("cache-control")).toBe("no-store");
  expect(await answer.json()).toMatchObject(body);
});

it("is well again as soon as its parts are", async () => {
  let up = true;
  const routes = healthRoutes({ store: async () => up });
  const status = async () => (await routes.request("/api/health")).status;
  const before = await status();
  up = false;
  const meanwhile = await status();
  up = true;

  expect([before, meanwhile, await status()]).toEqual([200, 503, 200]);
});
