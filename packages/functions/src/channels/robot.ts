import { createHmac } from "node:crypto";
import { rejected, unavailable } from "@yigong/application/ports/channel-fault.ts";
import type { Board, Notice } from "@yigong/application/ports/channels.ts";
import * as z from "zod";
import { fitNotice } from "./fit-notice.ts";
import { type Http, postJson } from "./post-json.ts";

/** A group robot of an office system. Its address holds its key; `secret` signs where the robot asks for it. */
export interface Robot {
  kind: "wecom" | "dingtalk" | "feishu";
  url: string;
  secret?: string | undefined;
}

interface Form {
  /** The codes that ask to come again later. */
  later: ReadonlySet<number>;
  request(robot: Robot, notice: Notice, now: Date): { url: string; json: unknown };
}

/** What people typed, without what a robot would read as markup. */
const plain = (text: string): string => text.replace(/([\\`*_{}[\]<>#+\-!|])/g, "\\$1");

const bytesOf = (text: string): number => Buffer.byteLength(text);

const allOf = ({ paragraphs, link }: Notice): string[] => [...paragraphs, ...(link === undefined ? [] : [link])];
const asText = (notice: Notice): string => [notice.title, ...allOf(notice)].join("\n\n");
/** A link is left as it is: escaped it would lead elsewhere. */
const asMarkdown = ({ title, paragraphs, link }: Notice): string =>
  [
    `### ${plain(title)}`,
    ...paragraphs.map((paragraph) => plain(paragraph).replaceAll("\n", "  \n")),
    ...(link === undefined ? [] : [link]),
  ].join("\n\n");
const asPost = (notice: Notice) => ({
  zh_cn: {
    title: notice.title,
    content: allOf(notice).flatMap((paragraph) => paragraph.split("\n").map((text) => [{ tag: "text", text }])),
  },
});

const FORMS: Record<Robot["kind"], Form> = {
  /** @source https://developer.work.weixin.qq.com/document/path/91770 (text: 2,048 bytes; 45009: too often) */
  wecom: {
    later: new Set([-1, 45009, 45033]),
    request: ({ url }, notice) => ({
      url,
      json: {
        msgtype: "text",
        text: { content: asText(fitNotice(notice, (fitting) => bytesOf(asText(fitting)) <= 2048)) },
      },
    }),
  },
  /** @source https://open.dingtalk.com/document/robots/custom-robot-access (sign; 20,000 bytes; 130101: too often) */
  dingtalk: {
    later: new Set([-1, 130101, 410100]),
    request: ({ url, secret }, notice, now) => {
      const fitting = fitNotice(notice, (one) => bytesOf(one.title + asMarkdown(one)) <= 15_000);
      const markdown = { title: fitting.title, text: asMarkdown(fitting) };
      return { url: signedByDingtalk(url, secret, now), json: { msgtype: "markdown", markdown } };
    },
  },
  /** @source https://open.feishu.cn/document/client-docs/bot-v3/add-custom-bot (sign; 20 KB; 11232, formerly 9499: too often) */
  feishu: {
    later: new Set([-1, 11232, 9499]),
    request: ({ url, secret }, notice, now) => {
      const fitting = fitNotice(notice, (one) => bytesOf(JSON.stringify(asPost(one))) <= 18_000);
      const post = { msg_type: "post", content: { post: asPost(fitting) } };
      return { url, json: { ...signatureOfFeishu(secret, now), ...post } };
    },
  },
};

/** The secret is the key, and the milliseconds with it are signed. */
function signedByDingtalk(url: string, secret: string | undefined, now: Date): string {
  if (secret === undefined) return url;
  const timestamp = String(now.getTime());
  const sign = createHmac("sha256", secret).update(`${timestamp}\n${secret}`).digest("base64");
  const signed = new URL(url);
  signed.searchParams.set("timestamp", timestamp);
  signed.searchParams.set("sign", sign);
  return signed.href;
}

/** The seconds with the secret are the key, and nothing is signed. */
function signatureOfFeishu(secret: string | undefined, now: Date) {
  if (secret === undefined) return {};
  const timestamp = String(Math.floor(now.getTime() / 1000));
  return { timestamp, sign: createHmac("sha256", `${timestamp}\n${secret}`).digest("base64") };
}

/** `errcode` of WeCom and DingTalk, `code` of Feishu, `StatusCode` of its older answers; 0 is done. */
const Answer = z.union([
  z.object({ errcode: z.number() }).transform(({ errcode }) => errcode),
  z.object({ code: z.number() }).transform(({ code }) => code),
  z.object({ StatusCode: z.number() }).transform(({ StatusCode }) => StatusCode),
]);

/**
 * Posts announcements through a group robot of WeCom, DingTalk or Feishu.
 *
 * Robots know no idempotency key: a notice whose answer was lost can appear twice.
 * @param now - the real clock: robots refuse signatures that are an hour off
 * @throws `channel.unavailable`, `channel.rejected`
 */
export function robotBoard(robot: Robot, http: Http & { now: () => Date }): Board {
  const form = FORMS[robot.kind];
  return {
    async post(notice, signal) {
      const answer = Answer.safeParse(
        await postJson(http, { channel: robot.kind, ...form.request(robot, notice, http.now()), signal }),
      );
      if (!answer.success) throw unavailable(robot.kind, "answered in a form that is not known");
      if (form.later.has(answer.data)) throw unavailable(robot.kind, `answered with code ${answer.data}`);
      if (answer.data !== 0) throw rejected(robot.kind, `answered with code ${answer.data}`, answer.data);
    },
  };
}
