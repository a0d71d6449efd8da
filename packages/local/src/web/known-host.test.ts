import { Hono } from "hono";
import { describe, expect, it } from "vitest";
import { isExposed, knownHost, knownHosts, sameOriginOnly } from "./known-host.ts";

const PUBLIC = "https://yigong.example:8443";
const addresses = () => ["192.168.1.5", "fe80::1"];

async function statusAt(host: string | undefined, hostname = "127.0.0.1", origin = "http://localhost:3000") {
  const web = new Hono().use("*", knownHost(knownHosts(hostname, origin, addresses))).get("/", (c) => c.text("ours"));
  const answer = await web.request("/", host === undefined ? {} : { headers: { host } });
  return answer.status;
}

describe("a request's host", () => {
  it.each(["localhost", "localhost:3000", "LOCALHOST:1", "127.0.0.1:3000", "127.8.9.10", "[::1]", "[::1]:3000"])(
    "of loopback is ours: %s",
    async (host) => {
      expect(await statusAt(host)).toBe(200);
    },
  );

  it.each([
    "evil.example",
    "evil.example:3000",
    "localhost.evil.example",
    "127.0.0.1.evil.example",
    "127.0.0.1.nip.io:3000",
    "evil.localhost",
    "xlocalhost",
    "127.1",
    "2130706433",
    "0.0.0.0:3000",
    "192.168.1.5:3000",
    "[::ffff:127.0.0.1]",
    "localhost@evil.example",
    "localhost:3000:1",
    "",
    undefined,
  ])("that is foreign is refused: %s", async (host) => {
    expect(await statusAt(host)).toBe(421);
  });

  it.each([
    ["yigong.example", "127.0.0.1", PUBLIC],
    ["yigong.example:8443", "0.0.0.0", PUBLIC],
    ["YIGONG.example", "0.0.0.0", PUBLIC],
    ["192.168.1.5:3000", "192.168.1.5", "http://localhost:3000"],
    ["192.168.1.5:3000", "0.0.0.0", "http://localhost:3000"],
    ["[fe80::1]:3000", "::", "http://localhost:3000"],
    ["intranet:3000", "intranet", "http://localhost:3000"],
  ])("that was configured is ours: %s on %s with %s", async (host, hostname, origin) => {
    expect(await statusAt(host, hostname, origin)).toBe(200);
    expect(await statusAt("evil.example", hostname, origin)).toBe(421);
  });
});

it.each([
  ["127.0.0.1", "http://localhost:3000", false],
  ["localhost", "http://127.0.0.1:3000", false],
  ["::1", "http://localhost:3000", false],
  ["0.0.0.0", "http://localhost:3000", true],
  ["::", "http://localhost:3000", true],
  ["192.168.1.5", "http://localhost:3000", true],
  ["127.0.0.1", "https://yigong.example", true],
])("a server on %s with the origin %s is reached by others: %s", (hostname, origin, exposed) => {
  expect(isExposed(hostname, origin)).toBe(exposed);
});

describe("what moves something", () => {
  const web = new Hono().post("/", sameOriginOnly, (c) => c.text("moved"));
  const status = async (headers: Record<string, string>) =>
    (await web.request("/", { method: "POST", headers: { host: "localhost:3000", ...headers } })).status;

  it.each<Record<string, string>>([
    {},
    { origin: "http://localhost:3000" },
    { origin: "http://localhost:3000", "sec-fetch-site": "same-origin" },
    { "sec-fetch-site": "none" },
    { "sec-fetch-mode": "cors" },
  ])("is asked for by a program, or by a page of the same origin: %j", async (headers) => {
    expect(await status(headers)).toBe(200);
  });

  it.each<Record<string, string>>([
    { origin: "http://evil.example" },
    { origin: "http://localhost:3001" },
    { origin: "http://127.0.0.1:3000" },
    { origin: "null" },
    { origin: "" },
    { "sec-fetch-site": "cross-site" },
    { "sec-fetch-site": "same-site" },
    { origin: "http://localhost:3000", "sec-fetch-site": "cross-site" },
  ])("is not asked for by another site's page: %j", async (headers) => {
    expect(await status(headers)).toBe(403);
  });
});
