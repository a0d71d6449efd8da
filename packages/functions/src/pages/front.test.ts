import { Refusal } from "@yigong/core/lib/error.ts";
import { expect, it } from "vitest";
import { frontPages } from "./front.tsx";

const settings = async () => ({ name: "台州义工联盟" });
const pages = frontPages({ settings });
const read = async (path: string, web = pages) => {
  const answer = await web.request(path);
  return { status: answer.status, type: answer.headers.get("content-type"), text: await answer.text() };
};
const CHINESE = /[\u4e00-\u9fff]/;
/** What a reader sees besides the alliance's name and the names of the languages. */
const seen = (html: string) =>
  html
    .replace(/<(style|nav|header)[\s\S]*?<\/\1>/g, "")
    .replace(/<[^>]*>/g, " ")
    .replace(/\/[a-z/-]+/g, "")
    .trim();

it.each(["/"])("%s says in either language what it is, without scripts", async (path) => {
  const chinese = await read(`${path}?lang=zh`);
  const english = await read(`${path}?lang=en`);

  expect([chinese.status, english.status]).toEqual([200, 200]);
  expect(chinese.type).toContain("text/html");
  expect(chinese.text).toContain('<html lang="zh-CN">');
  expect(seen(chinese.text)).toMatch(CHINESE);
  expect(seen(chinese.text)).not.toMatch(/[A-Za-z]{2}/);
  expect(seen(english.text)).not.toMatch(CHINESE);
  expect(chinese.text + english.text).not.toMatch(/<script|javascript:/i);
});

it("says where things are: those of one machine on one machine only", async () => {
  const linksOf = async (web: typeof pages) =>
    [...(await read("/", web)).text.matchAll(/<a href="(\/[^"]+)"/g)].map(([, to]) => to);

  expect(await linksOf(pages)).toEqual(["/console", "/m", "/sign-in", "/api/docs", "/certificates", "/api/health"]);
  expect(await linksOf(frontPages({ settings, oneMachine: true }))).toEqual([
    "/console",
    "/m",
    "/sign-in",
    "/api/docs",
    "/certificates",
    "/api/health",
    "/inbox",
    "/executions",
  ]);
});

it("is there while the store is not", async () => {
  const away = frontPages({ settings: () => Promise.reject(new Refusal("unavailable", "store.unavailable", "away")) });

  expect((await read("/", away)).status).toBe(200);
});
