import { correlation } from "@yigong/core/lib/correlation.ts";
import { type InBoth, Refusal } from "@yigong/core/lib/error.ts";
import { sayIn } from "@yigong/core/lib/refusals.ts";
import type { Context } from "hono";
import { HTTPException } from "hono/http-exception";
import type { ContentfulStatusCode } from "hono/utils/http-status";
import { edgeRefusal } from "../lib/edge.refusals.ts";
import { EditRefusal } from "../lib/editing.ts";
import { HTTP_STATUS } from "../lib/http-status.ts";
import { languageFor, type Reader } from "../lib/reader.ts";
import { InputRefusal } from "../lib/refuse-input.ts";
import { knownFor, showValue } from "../lib/show-value.ts";
import { patternOf } from "./observe-requests.ts";

const TITLES: Record<number, InBoth> = {
  400: { "zh-CN": "请求有误", en: "The request is not valid" },
  401: { "zh-CN": "请先登录", en: "Sign in first" },
  403: { "zh-CN": "没有权限", en: "Not allowed" },
  404: { "zh-CN": "没有找到", en: "Not found" },
  409: { "zh-CN": "现在不能这样做", en: "Not possible now" },
  413: { "zh-CN": "内容过大", en: "Too large" },
  415: { "zh-CN": "格式无法读取", en: "Not in a form that can be read" },
  421: { "zh-CN": "本服务不在此地址", en: "Not the host of this address" },
  429: { "zh-CN": "尝试次数过多", en: "Too many tries" },
  500: { "zh-CN": "系统出错", en: "Something went wrong" },
  503: { "zh-CN": "暂时无法使用", en: "Not available just now" },
};
const ANY_TITLE: InBoth = { "zh-CN": "请求未能完成", en: "Problem" };

/** What an answer says beside the refusal. */
interface Telling {
  /** Where the kind does not say it. */
  status?: number;
  reader?: Reader | undefined;
  /** Members for programs, beside those of every problem document. */
  more?: Readonly<Record<string, unknown>>;
}

const NAMELESS = { namesOf: async () => new Map<string, string>() };

/** Names are for people who are signed in. */
const readerFor = (c: Context, reader: Reader | undefined): Reader | undefined =>
  reader && c.get("actor") === undefined ? { ...reader, ...NAMELESS } : reader;

const statusOf = ({ code, kind }: Refusal): number => (code === "input.too_large" ? 413 : HTTP_STATUS[kind]);

/**
 * A problem document with our stable code, in the reader's language, and the request's id for people to quote.
 *
 * @source RFC 9457
 */
export async function problem(
  c: Context,
  refusal: Refusal,
  { status = statusOf(refusal), reader, more }: Telling = {},
) {
  c.set("problem", refusal.code);
  const language = languageFor(c);
  const show = showValue(language, await knownFor(refusal.said, readerFor(c, reader)));
  const errors = refusal instanceof InputRefusal ? { errors: refusal.errorsIn(language) } : {};
  const edit = refusal instanceof EditRefusal ? refusal.membersIn(language) : {};
  return c.body(
    JSON.stringify({
      ...more,
      type: `urn:yigong:problem:${refusal.code}`,
      title: (TITLES[status] ?? ANY_TITLE)[language],
      status,
      code: refusal.code,
      detail: refusal.said ? sayIn(language, refusal.said, show) : refusal.message,
      ...errors,
      ...edit,
      instance: c.req.path,
      requestId: correlation(),
    }),
    status as ContentfulStatusCode,
    {
      "content-type": "application/problem+json; charset=utf-8",
      "content-language": language,
      ...(status === 503 ? { "retry-after": "1" } : {}),
    },
  );
}

/**
 * Turns whatever a route threw into a problem document; what is no refusal is a bug, reported once with the route's
 * pattern.
 */
export const onError =
  (report: (error: Error, route: string) => void, reader?: Reader) =>
  async (error: Error, c: Context): Promise<Response> => {
    if (error instanceof Refusal) return problem(c, error, { reader });
    if (error instanceof HTTPException && error.status < 500)
      return problem(c, frameworkRefusal(error), { status: error.status });
    report(error, patternOf(c));
    return problem(c, edgeRefusal("internal"), { status: 500 });
  };

/** Only Hono's own reading of a request throws these: what its message says is for developers. */
const frameworkRefusal = ({ status }: HTTPException): Refusal =>
  status === 413 ? edgeRefusal("input.too_large/unknown") : edgeRefusal("input.invalid/unreadable");
