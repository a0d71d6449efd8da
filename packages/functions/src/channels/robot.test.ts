import type { Notice } from "@yigong/application/ports/channels.ts";
import { describe, expect, it } from "vitest";
import type { Fetch } from "./post-json.ts";
import { type Robot, robotBoard } from "./robot.ts";

const notice: Notice = {
  key: "ann_1",
  title: "招募公告：净滩行",
  paragraphs: ["沿河清理*垃圾*。", "时间与岗位：\n9月12日 周六 09:00–12:00　清理18人"],
};
const secret = "SEC000example";
const at = "2026-06-12T09:00:00.000Z";

/** Posts through a robot that gets one answer, and tells what was asked. */
async function post(robot: Robot, answer: unknown = { errcode: 0 }, what: Notice = notice) {
  const asked: { url: URL; json: Record<string, never> }[] = [];
  const fetch: Fetch = async (url, init) => {
    asked.push({ url: new URL(url), json: JSON.parse(String(init.body)) });
    return new Response(typeof answer === "string" ? answer : JSON.stringify(answer));
  };
  const code = await robotBoard(robot, { fetch, now: () => new Date(at) })
    .post(what)
    .then(
      () => undefined,
      (error) => error.code,
    );
  return { ...asked[0], code };
}

const url = {
  wecom: "https://wecom.example/send?key=k",
  dingtalk: "https://ding.example/send?access_token=k",
  feishu: "https://feishu.example/hook/k",
};

describe("a robot", () => {
  it("of WeCom gets plain text, which nothing that people typed can mark up", async () => {
    const { json, code } = await post({ kind: "wecom", url: url.wecom });

    expect(code).toBeUndefined();
    expect(json).toEqual({
      msgtype: "text",
      text: { content: "招募公告：净滩行\n\n沿河清理*垃圾*。\n\n时间与岗位：\n9月12日 周六 09:00–12:00　清理18人" },
    });
  });

  it("of DingTalk gets markdown with typed marks escaped, and a signature with the address", async () => {
    const { url: asked, json } = await post({ kind: "dingtalk", url: url.dingtalk, secret });

    expect(Object.fromEntries(asked?.searchParams ?? [])).toEqual({
      access_token: "k",
      timestamp: "1781254800000",
      sign: "2PxhY+3QsUIkRhimZodOs+gJcsNxF9D8+DKknKapGl4=",
    });
    expect(json).toMatchObject({ msgtype: "markdown", markdown: { title: "招募公告：净滩行" } });
    expect(JSON.stringify(json)).toContain("沿河清理\\\\*垃圾\\\\*。");
  });

  it("of Feishu gets lines of text, and a signature within", async () => {
    const { json } = await post({ kind: "feishu", url: url.feishu, secret }, { code: 0, msg: "success" });

    expect(json).toMatchObject({
      timestamp: "1781254800",
      sign: "njEZ+McC3k334bQG8+iR4pZextVs90GgoNTX6hiYmgo=",
      msg_type: "post",
    });
    expect(JSON.stringify(json)).toContain('[{"tag":"text","text":"时间与岗位："}],[{"tag":"text","text":"9月12日');
  });

  it.each(["dingtalk", "feishu"] as const)("of %s is not signed when it has no secret", async (kind) => {
    const { url: asked, json } = await post({ kind, url: url[kind] });

    expect([asked?.searchParams.has("sign"), json && "sign" in json]).toEqual([false, false]);
  });

  it.each([
    ["wecom", { errcode: 0, errmsg: "ok" }, undefined],
    ["wecom", { errcode: 93000, errmsg: "invalid webhook url" }, "channel.rejected"],
    ["wecom", { errcode: 45009, errmsg: "api freq out of limit" }, "channel.unavailable"],
    ["wecom", { errcode: -1, errmsg: "system busy" }, "channel.unavailable"],
    ["dingtalk", { errcode: 310000, errmsg: "sign not match" }, "channel.rejected"],
    ["dingtalk", { errcode: 130101, errmsg: "send too fast" }, "channel.unavailable"],
    ["feishu", { code: 19021, msg: "sign match fail" }, "channel.rejected"],
    ["feishu", { code: 11232, msg: "frequency limited" }, "channel.unavailable"],
    ["feishu", { StatusCode: 0, StatusMessage: "success" }, undefined],
    ["feishu", "<html>login</html>", "channel.unavailable"],
  ] as const)("of %s that answers %j means %s", async (kind, answer, code) => {
    expect((await post({ kind, url: url[kind] }, answer)).code).toBe(code);
  });

  it("of WeCom is never sent more than 2,048 bytes, cut between characters", async () => {
    const long = { ...notice, paragraphs: ["净".repeat(900)] };
    const { json } = await post({ kind: "wecom", url: url.wecom }, { errcode: 0 }, long);
    const { content } = (json as unknown as { text: { content: string } }).text;

    expect(Buffer.byteLength(content)).toBeLessThanOrEqual(2048);
    expect(content).toMatch(/净…$/);
  });
});
