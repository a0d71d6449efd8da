import { fc, it } from "@fast-check/vitest";
import { Announcement } from "@yigong/core/announcement/index.ts";
import { describe, expect } from "vitest";
import { robotBoard } from "./robot.ts";

const LINK = `https://yigong.example.com/a/${"x".repeat(120)}`;
const ANY = fc.oneof(
  fc.constantFrom("净", "a", "*", "😀", "👨‍👩‍👧‍👦", "𠮷", "\n", '"', "e\u0301"),
  fc.string({ unit: "grapheme", minLength: 1, maxLength: 3 }),
);
/** Text as people may type it, of any length up to what the domain takes. */
const typed = (most: number) =>
  fc
    .tuple(ANY, fc.integer({ min: 1, max: most }), fc.string({ unit: "grapheme", maxLength: 40 }))
    .map(([unit, times, more]) => `${more}${unit.repeat(times)}`.slice(0, most).replace(/[\ud800-\udbff]$/, ""))
    .map((text) => text.replaceAll("\ufffd", "").trim() || "无");

const id = (kind: string, at: number) => `${kind}_${String(at).padStart(26, "0")}`;
const sessionsOf = (count: number, name: string) =>
  Array.from({ length: count }, (_, at) => ({
    id: id("ses", at),
    startsAt: "2026-09-12T01:00:00.000Z",
    endsAt: "2026-09-12T04:00:00.000Z",
    positions: [{ id: id("pos", at), name, headCount: 18, requiredSkills: [] }],
  }));

const announcements = fc
  .record({
    title: typed(120),
    description: typed(4000),
    place: typed(200),
    risks: typed(1000),
    sessions: fc.tuple(fc.integer({ min: 1, max: 12 }), typed(60)).map(([count, name]) => sessionsOf(count, name)),
    origin: fc.constantFrom("alliance", "team"),
    revision: fc.integer({ min: 1, max: 99 }),
  })
  .map(({ revision, ...content }) => ({
    id: id("ann", 1),
    activityId: id("act", 1),
    revision,
    content: { ...content, recruitUntil: "2026-09-09T10:00:00.000Z" },
    createdAt: "2026-09-01T00:00:00.000Z",
    status: "queued",
  }))
  .map((info) => Announcement.Info.parse(info));

/** Each robot, what it takes at the most in bytes, and the text that people read of what was posted. */
const ROBOTS = [
  ["wecom", 2_048, ({ text }: Json) => text.content, ({ text }: Json) => text.content],
  [
    "dingtalk",
    20_000,
    (json: Json) => JSON.stringify(json),
    ({ markdown }: Json) => markdown.text.replace(/\\(.)/g, "$1"),
  ],
  ["feishu", 20_000, (json: Json) => JSON.stringify(json), (json: Json) => linesOf(json).join("\n")],
] as const;
interface Json {
  text: { content: string };
  markdown: { text: string };
  content: { post: { zh_cn: { title: string; content: { text: string }[][] } } };
}
const linesOf = ({ content }: Json) => [
  content.post.zh_cn.title,
  ...content.post.zh_cn.content.flat().map(({ text }) => text),
];

async function posted(kind: (typeof ROBOTS)[number][0], info: Announcement.Info): Promise<Json> {
  let sent = "";
  const fetch = async (_: string, init: RequestInit) => {
    sent = String(init.body);
    return new Response('{"errcode":0}');
  };
  const board = robotBoard({ kind, url: "https://oa.example.com/" }, { fetch, now: () => new Date(0) });
  await board.post({ key: "a", ...Announcement.render("zh-CN", info, "Asia/Shanghai"), link: LINK });
  return JSON.parse(sent);
}

/** The beginning of a text as its reader sees it on one line. */
const begun = (text: string) => [...text].slice(0, 8).join("").split("\n")[0]?.trimEnd() ?? "";

describe.each(ROBOTS)("a notice to %s", (kind, most, counted, read) => {
  it.prop([announcements], { numRuns: 60 })(
    "keeps to its limit and says place, time, risks, deadline and link, whatever was typed",
    async (info) => {
      const json = await posted(kind, info);
      const text = read(json);

      expect(Buffer.byteLength(counted(json))).toBeLessThanOrEqual(most);
      expect(text).toContain(`地点：${begun(info.content.place)}`);
      expect(text).toContain("9月12日 周六 09:00–12:00");
      expect(text).toContain(`风险提示：${begun(info.content.risks)}`);
      expect(text).toContain("请在 9月9日 周三 18:00 前报名或请假，到时自动截止。");
      expect(text.endsWith(LINK)).toBe(true);
      expect(text).not.toMatch(/[\ud800-\udbff](?![\udc00-\udfff])|\ufffd/);
    },
  );
});

it.prop([typed(4000)], { numRuns: 60 })("cuts the description before anything else", async (description) => {
  const info = Announcement.Info.parse({
    id: id("ann", 1),
    activityId: id("act", 1),
    revision: 1,
    content: {
      title: "净滩行",
      description,
      place: "海陵岛大角湾东侧游客中心门前",
      risks: "礁石湿滑，注意防滑；高温天气请带水。",
      origin: "alliance",
      sessions: sessionsOf(2, "清理"),
      recruitUntil: "2026-09-09T10:00:00.000Z",
    },
    createdAt: "2026-09-01T00:00:00.000Z",
    status: "queued",
  });
  const { paragraphs, title } = Announcement.render("zh-CN", info, "Asia/Shanghai");
  const text = (await posted("wecom", info)).text.content;

  expect(text.startsWith(`${title}\n\n`)).toBe(true);
  expect(text.endsWith(`${paragraphs.slice(1).join("\n\n")}\n\n${LINK}`)).toBe(true);
});
