import type { ClosedCard, OpenCard } from "@yigong/application/ports/cards.ts";
import {
  CARD_ENV,
  type CardOffices,
  cardOffices,
  type OfficeApp,
  pressed,
  wecomOpened,
} from "@yigong/testing/card-offices.ts";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { CardProvider, Shown } from "./card-provider.ts";
import { cardsFromEnv } from "./cards-from-settings.ts";

const AT = "2026-09-01T01:00:00.000Z";
let offices: CardOffices;
beforeEach(async () => {
  offices = await cardOffices();
});
afterEach(() => offices.stop());

const origin = () => "https://yigong.example";
const appOf = (app: OfficeApp): CardProvider => {
  const deps = { fetch, now: () => Date.parse(AT), origin, bases: offices.bases };
  const found = cardsFromEnv(CARD_ENV, deps).apps.find(({ provider }) => provider === app);
  if (!found) throw new Error(`${app} is not set up.`);
  return found;
};
const bodyAt = (path: string) => offices.askedAt(path).at(-1)?.body;

const face = {
  key: "msg_00000000000000000000000001",
  reference: "crd_00000000000000000000000001-1",
  account: "ZhangSan",
  title: "张三申请请假",
  body: "张三因工作冲突申请不参加9月5日的活动。",
  open: { label: "打开页面", url: "https://yigong.example/m/approvals/leave/a.b" },
};
const asking: OpenCard = {
  ...face,
  yes: { label: "准假", pass: "pass-yes" },
  no: { label: "不准，写理由", url: face.open.url },
};
const both: OpenCard = { ...asking, no: { label: "不能代班", pass: "pass-no" } };
const closed: ClosedCard = { ...face, handle: "handle-1", outcome: "李四已准假", done: "已处理" };

const codeOf = (run: Promise<unknown>) => run.then(() => "done").catch((error: { code: string }) => error.code);
const shown = (app: OfficeApp, what: Shown): string => {
  const { path, method, headers, body } = pressed(app, { card: face, says: "pass-yes", at: AT, nonce: "n-1" });
  const query = new URL(path, origin()).searchParams;
  const opened = appOf(app).open(
    { method, query, header: (name) => headers[name], body: Buffer.from(body) },
    Date.parse(AT),
  );
  if (opened.kind !== "click") throw new Error("It is no click.");
  return opened.show(what).text;
};

describe("WeCom", () => {
  it("is sent a card with two buttons, one of which may lead to the page, and tells by what it is changed", async () => {
    expect(await appOf("wecom").send(asking)).toBe("code-1");
    expect(offices.askedAt("/cgi-bin/message/send")[0]).toMatchObject({
      method: "POST",
      query: { access_token: "wecom-app-token" },
      body: {
        touser: "ZhangSan",
        msgtype: "template_card",
        agentid: 1000002,
        template_card: {
          card_type: "button_interaction",
          main_title: { title: face.title },
          sub_title_text: face.body,
          card_action: { type: 1, url: face.open.url },
          button_list: [
            { text: "准假", style: 1, type: 0, key: "pass-yes" },
            { text: "不准，写理由", style: 2, type: 1, url: face.open.url },
          ],
          task_id: face.reference,
        },
      },
    });
  });

  it("is told the outcome in the place of the buttons", async () => {
    await appOf("wecom").turn(closed);

    expect(bodyAt("/cgi-bin/message/update_template_card")).toMatchObject({
      userids: ["ZhangSan"],
      agentid: 1000002,
      response_code: "handle-1",
      template_card: { main_title: { desc: "李四已准假" }, replace_text: "已处理" },
    });
  });

  it("is answered a click with the card as it is then, signed and encrypted for the company", () => {
    const answer = shown("wecom", { card: { ...closed, outcome: "]]><x>已准假" } });
    const [, encrypted = ""] = /<Encrypt><!\[CDATA\[(.*?)\]\]>/.exec(answer) ?? [];
    const xml = wecomOpened(encrypted);

    expect(xml).toContain("<MsgType><![CDATA[update_template_card]]></MsgType>");
    expect(xml).toContain("<ReplaceText><![CDATA[已处理]]></ReplaceText>");
    expect(xml).toContain("<Desc><![CDATA[]]]]><![CDATA[><x>已准假]]></Desc>");
    expect(answer).toMatch(/<MsgSignature><!\[CDATA\[[0-9a-f]{40}\]\]>/);
  });

  it.each([
    [{ errcode: 45009 }, "channel.unavailable"],
    [{ errcode: 42001 }, "channel.unavailable"],
    [{ status: 502, errcode: 0 }, "channel.unavailable"],
    [{ errcode: 60020 }, "channel.rejected"],
    [{ errcode: 0, invaliduser: "ZhangSan" }, "channel.rejected"],
  ])("means by %j: %s", async (answer, code) => {
    offices.answers["/cgi-bin/message/send"] = answer;

    expect(await codeOf(appOf("wecom").send(asking))).toBe(code);
  });

  it("is not asked for a card when it does not take the app's credentials, which is for good", async () => {
    offices.answers["/cgi-bin/gettoken"] = { errcode: 40001, errmsg: "invalid credential" };

    expect(await codeOf(appOf("wecom").send(asking))).toBe("channel.rejected");
    expect(offices.askedAt("/cgi-bin/message/send")).toEqual([]);
  });
});

describe("DingTalk", () => {
  it("learns once where clicks go, with the secret by which they are signed, and is sent the card's variables", async () => {
    const app = appOf("dingtalk");
    await app.send(both);
    await app.send({ ...both, reference: `${face.reference}0` });

    expect(offices.askedAt("/v1.0/card/callbacks/register").map(({ body }) => body)).toEqual([
      {
        apiSecret: "ding-callback-secret",
        callbackUrl: "https://yigong.example/callback/dingtalk",
        callbackRouteKey: expect.stringMatching(/^yigong-[0-9a-f]{16}$/),
        forceUpdate: true,
      },
    ]);
    expect(offices.askedAt("/v1.0/card/instances/createAndDeliver")[0]).toMatchObject({
      headers: { "x-acs-dingtalk-access-token": "ding-app-token" },
      body: {
        cardTemplateId: "template-1.schema",
        outTrackId: face.reference,
        callbackType: "HTTP",
        openSpaceId: "dtv1.card//IM_ROBOT.ZhangSan",
        userIdType: 1,
        cardData: {
          cardParamMap: {
            asks: "true",
            yes: "准假",
            yesPass: "pass-yes",
            no: "不能代班",
            noPass: "pass-no",
            noUrl: "",
          },
        },
      },
    });
  });

  it("is told the outcome by the card's own reference, and the buttons lose their passes", async () => {
    await appOf("dingtalk").turn(closed);

    const end = { asks: "false", outcome: "李四已准假", yesPass: "", noPass: "" };
    expect(offices.askedAt("/v1.0/card/instances")[0]).toMatchObject({
      method: "PUT",
      body: { outTrackId: face.reference, cardData: { cardParamMap: end } },
    });
    expect(JSON.parse(shown("dingtalk", { card: closed }))).toMatchObject({ cardData: { cardParamMap: end } });
  });

  it("shows why nothing was done to whoever pressed, and to nobody else", () => {
    expect(JSON.parse(shown("dingtalk", { note: "答复时间已过" }))).toMatchObject({
      userPrivateData: { cardParamMap: { note: "答复时间已过" } },
    });
  });

  it.each([
    [{ success: false, code: "Throttling.Api" }, "channel.unavailable"],
    [{ status: 400, code: "InvalidAuthentication", message: "token" }, "channel.unavailable"],
    [{ status: 400, code: "param.templateIdInvalid" }, "channel.rejected"],
    [{ success: true, result: { deliverResults: [{ success: false }] } }, "channel.rejected"],
  ])("means by %j: %s", async (answer, code) => {
    offices.answers["/v1.0/card/instances/createAndDeliver"] = answer;

    expect(await codeOf(appOf("dingtalk").send(both))).toBe(code);
  });
});

describe("Feishu", () => {
  it("is sent a card that is not passed on, to the account by what it is called, once for each reference", async () => {
    expect(await appOf("feishu").send({ ...both, account: "ou_1" })).toBe("om_1");
    await appOf("feishu").send(both);

    const [byOpenId, byUserId] = offices.askedAt("/open-apis/im/v1/messages");
    expect([byOpenId?.query, byUserId?.query]).toEqual([
      { receive_id_type: "open_id" },
      { receive_id_type: "user_id" },
    ]);
    expect(byOpenId).toMatchObject({
      headers: { authorization: "Bearer feishu-app-token" },
      body: { receive_id: "ou_1", msg_type: "interactive", uuid: face.key },
    });
    const card = JSON.parse(String(byOpenId?.body.content));
    expect(card.config).toMatchObject({ enable_forward: false, update_multi: true });
    expect(card.elements[1].actions).toMatchObject([
      { text: { content: "准假" }, value: { reference: face.reference, pass: "pass-yes" } },
      { text: { content: "不能代班" }, value: { reference: face.reference, pass: "pass-no" } },
      { text: { content: "打开页面" }, url: face.open.url },
    ]);
  });

  it("is told the outcome, which has no button any more, and so is whoever pressed", async () => {
    offices.answers["/open-apis/im/v1/messages/handle-1"] = { code: 0, data: {} };
    await appOf("feishu").turn(closed);

    const [asked] = offices.askedAt("/open-apis/im/v1/messages/handle-1");
    expect(asked?.method).toBe("PATCH");
    expect(String(asked?.body.content)).toContain("李四已准假");
    expect(String(asked?.body.content)).not.toContain("button");
    expect(JSON.parse(shown("feishu", { card: closed }))).toMatchObject({
      toast: { content: "李四已准假" },
      card: { type: "raw" },
    });
  });

  it.each([
    [{ code: 99991663 }, "channel.unavailable"],
    [{ status: 429, code: 99991400 }, "channel.unavailable"],
    [{ status: 400, code: 230013 }, "channel.rejected"],
  ])("means by %j: %s", async (answer, code) => {
    offices.answers["/open-apis/im/v1/messages"] = answer;

    expect(await codeOf(appOf("feishu").send(both))).toBe(code);
  });
});

describe("the settings", () => {
  const deps = { fetch, now: () => 0, origin };

  it("set up an app that has all of them, and leave out one that has not", () => {
    const { YIGONG_FEISHU_ENCRYPT_KEY: _, ...env } = CARD_ENV;
    const { apps, setup } = cardsFromEnv(env, deps);

    expect(apps.map(({ provider }) => provider)).toEqual(["wecom", "dingtalk"]);
    expect(setup.feishu).toContainEqual({ name: "YIGONG_FEISHU_ENCRYPT_KEY", set: false });
    expect(setup.feishu.map(({ name }) => name)).not.toContain("YIGONG_FEISHU_TENANT_KEY");
  });

  it.each([
    ["YIGONG_WECOM_CALLBACK_KEY", "secret-of-the-wrong-length"],
    ["YIGONG_WECOM_CALLBACK_TOKEN", "with space"],
    ["YIGONG_DINGTALK_CALLBACK_SECRET", "short"],
  ])("name %s when it is malformed, without its value", (name, value) => {
    const made = () => cardsFromEnv({ ...CARD_ENV, [name]: value }, deps);

    expect(made).toThrow(name);
    expect(made).not.toThrow(value);
  });
});
