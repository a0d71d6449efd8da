import { createServer, type IncomingMessage } from "node:http";
import type { AddressInfo } from "node:net";

/** What a mock was asked. */
export interface Asked {
  method: string;
  path: string;
  query: Record<string, string>;
  headers: IncomingMessage["headers"];
  body: Record<string, unknown>;
}

/** An answer of a mock: JSON under a status, 200 unless told. */
export type Answer = Record<string, unknown> & { status?: number };
export type Answers = Record<string, Answer | ((asked: Asked) => Answer)>;

async function bodyOf(request: IncomingMessage): Promise<Record<string, unknown>> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  const text = Buffer.concat(chunks).toString();
  if (text === "") return {};
  return request.headers["content-type"]?.includes("json")
    ? (JSON.parse(text) as Record<string, unknown>)
    : Object.fromEntries(new URLSearchParams(text));
}

/**
 * A server on loopback that answers as an office system does, path by path: `answers` may be changed while it runs, and
 * `asked` has all requests in order.
 */
export async function mockProvider(answers: Answers) {
  const asked: Asked[] = [];
  const server = createServer(async (request, response) => {
    const url = new URL(request.url ?? "/", "http://mock");
    const one: Asked = {
      method: request.method ?? "",
      path: url.pathname,
      query: Object.fromEntries(url.searchParams),
      headers: request.headers,
      body: await bodyOf(request),
    };
    asked.push(one);
    const found = answers[url.pathname];
    const { status = found ? 200 : 404, ...answer } = (typeof found === "function" ? found(one) : found) ?? {};
    response.writeHead(status, { "content-type": "application/json" }).end(JSON.stringify(answer));
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    origin,
    answers,
    asked,
    /** The requests to one path. */
    askedAt: (path: string) => asked.filter((one) => one.path === path),
    stop: () =>
      new Promise<void>((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

export type MockProvider = Awaited<ReturnType<typeof mockProvider>>;

/** The paths of WeCom, DingTalk and Feishu, answered as for one employee. */
export const officeAnswers = (): Answers => ({
  "/cgi-bin/gettoken": { errcode: 0, errmsg: "ok", access_token: "wecom-app-token", expires_in: 7200 },
  "/cgi-bin/auth/getuserinfo": { errcode: 0, errmsg: "ok", userid: "ZhangSan" },
  "/v1.0/oauth2/accessToken": { accessToken: "ding-app-token", expireIn: 7200 },
  "/v1.0/oauth2/userAccessToken": { accessToken: "ding-user-token", expireIn: 7200, corpId: "dingcorp" },
  "/v1.0/contact/users/me": { nick: "张三", unionId: "union-1", openId: "o", mobile: "13800000001" },
  "/topapi/user/getbyunionid": { errcode: 0, errmsg: "ok", result: { contact_type: 0, userid: "ding-zhang" } },
  "/topapi/v2/user/getuserinfo": { errcode: 0, errmsg: "ok", result: { userid: "ding-zhang", name: "张三" } },
  "/oauth/v3/token": { access_token: "feishu-user-token", token_type: "Bearer", expires_in: 7200 },
  "/open-apis/authen/v1/user_info": {
    code: 0,
    msg: "success",
    data: { name: "张三", open_id: "ou_1", union_id: "on_1", user_id: "f-zhang", tenant_key: "tenant-1" },
  },
});

/** All addresses of the office systems, at one mock. */
export const basesAt = (origin: string) => ({
  wecom: { inside: origin, browser: origin, api: origin },
  dingtalk: { login: origin, api: origin, old: origin },
  feishu: { accounts: origin, api: origin },
});
