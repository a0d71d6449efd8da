import { createCipheriv, createDecipheriv, createHash, createHmac, randomBytes } from "node:crypto";
import { type Answers, basesAt, type MockProvider, mockProvider, officeAnswers } from "./providers.ts";

/** What a company sets to have cards in all three office apps. */
export const CARD_ENV = {
  YIGONG_WECOM_CORP_ID: "wwcorp1",
  YIGONG_WECOM_AGENT_ID: "1000002",
  YIGONG_WECOM_SECRET: "wecom-app-secret",
  YIGONG_WECOM_CALLBACK_TOKEN: "CallbackToken1",
  YIGONG_WECOM_CALLBACK_KEY: "kWxPEV2QE6N1q9oGNVb5XQCMO1XIQV0MPPkO5q5Fj5E",
  YIGONG_DINGTALK_CORP_ID: "dingcorp",
  YIGONG_DINGTALK_CLIENT_ID: "dingapp",
  YIGONG_DINGTALK_CLIENT_SECRET: "ding-app-secret",
  YIGONG_DINGTALK_CARD_TEMPLATE: "template-1.schema",
  YIGONG_DINGTALK_CALLBACK_SECRET: "ding-callback-secret",
  YIGONG_FEISHU_APP_ID: "cli_1",
  YIGONG_FEISHU_APP_SECRET: "feishu-app-secret",
  YIGONG_FEISHU_TENANT_KEY: "tenant-1",
  YIGONG_FEISHU_ENCRYPT_KEY: "feishu-encrypt-key",
  YIGONG_FEISHU_VERIFICATION_TOKEN: "feishu-verification-token",
} as const;

export type OfficeApp = "wecom" | "dingtalk" | "feishu";

/** A card that an app was given, as its reader sees it. */
export interface SeenCard {
  app: OfficeApp;
  account: string;
  reference: string;
  title: string;
  body: string;
  /** What each button says back, or where it leads. */
  yes: string;
  no: string;
}

/** A callback as an app sends it. */
export interface Sent {
  path: string;
  method: "GET" | "POST";
  headers: Record<string, string>;
  body: string;
}

/** A press of a button: what it says, by whom, and when; the last two differ from the usual only in what is refused. */
export interface Press {
  card: Pick<SeenCard, "account" | "reference">;
  says: string;
  /** ISO-8601 UTC. */
  at: string;
  nonce?: string;
}

const sha = (algorithm: string, text: string) => createHash(algorithm).update(text).digest("hex");
const seconds = (at: string) => String(Math.floor(Date.parse(at) / 1000));

/** As WeCom encrypts: 16 random bytes, length, text, company; filled up to a multiple of 32 bytes. */
export function wecomSealed(text: string, corpId: string = CARD_ENV.YIGONG_WECOM_CORP_ID): string {
  const key = Buffer.from(`${CARD_ENV.YIGONG_WECOM_CALLBACK_KEY}=`, "base64");
  const bytes = Buffer.from(text, "utf8");
  const size = Buffer.from([0, 0, bytes.length >> 8, bytes.length & 255]);
  const open = Buffer.concat([randomBytes(16), size, bytes, Buffer.from(corpId)]);
  const fill = 32 - (open.length % 32);
  const cipher = createCipheriv("aes-256-cbc", key, key.subarray(0, 16)).setAutoPadding(false);
  return cipher.update(Buffer.concat([open, Buffer.alloc(fill, fill)]), undefined, "base64") + cipher.final("base64");
}

/** What was sealed for WeCom, as it opens it. */
export function wecomOpened(encrypted: string): string {
  const key = Buffer.from(`${CARD_ENV.YIGONG_WECOM_CALLBACK_KEY}=`, "base64");
  const decipher = createDecipheriv("aes-256-cbc", key, key.subarray(0, 16)).setAutoPadding(false);
  const open = Buffer.concat([decipher.update(Buffer.from(encrypted, "base64")), decipher.final()]);
  return open.subarray(20, 20 + open.readUInt32BE(16)).toString();
}

export const wecomSigned = (encrypted: string, at: string, nonce: string) => {
  const timestamp = seconds(at);
  const parts = [CARD_ENV.YIGONG_WECOM_CALLBACK_TOKEN, timestamp, nonce, encrypted].sort();
  return new URLSearchParams({ msg_signature: sha("sha1", parts.join("")), timestamp, nonce });
};

function wecomPress({ card, says, at, nonce = randomBytes(8).toString("hex") }: Press): Sent {
  const { YIGONG_WECOM_CORP_ID: corpId, YIGONG_WECOM_AGENT_ID: agentId } = CARD_ENV;
  const event = [
    `<ToUserName><![CDATA[${corpId}]]></ToUserName>`,
    `<FromUserName><![CDATA[${card.account}]]></FromUserName>`,
    `<CreateTime>${seconds(at)}</CreateTime><MsgType><![CDATA[event]]></MsgType>`,
    "<Event><![CDATA[template_card_event]]></Event>",
    `<EventKey><![CDATA[${says}]]></EventKey><TaskId><![CDATA[${card.reference}]]></TaskId>`,
    "<CardType><![CDATA[button_interaction]]></CardType><ResponseCode><![CDATA[code-2]]></ResponseCode>",
    `<AgentID>${agentId}</AgentID>`,
  ].join("\n");
  const encrypted = wecomSealed(`<xml>${event}</xml>`);
  const outer = [
    `<ToUserName><![CDATA[${corpId}]]></ToUserName>`,
    `<Encrypt><![CDATA[${encrypted}]]></Encrypt><AgentID><![CDATA[${agentId}]]></AgentID>`,
  ].join("");
  return {
    path: `/callback/wecom?${wecomSigned(encrypted, at, nonce)}`,
    method: "POST",
    headers: { "content-type": "text/xml" },
    body: `<xml>${outer}</xml>`,
  };
}

function dingtalkPress({ card, says, at }: Press): Sent {
  const timestamp = String(Date.parse(at));
  const signature = createHmac("sha256", CARD_ENV.YIGONG_DINGTALK_CALLBACK_SECRET).update(timestamp).digest("base64");
  const content = JSON.stringify({ cardPrivateData: { actionIds: ["1"], params: { pass: says } } });
  return {
    path: "/callback/dingtalk",
    method: "POST",
    headers: {
      "content-type": "application/json",
      "x-ddpaas-signature-timestamp": timestamp,
      "x-ddpaas-signature": signature,
    },
    body: JSON.stringify({
      type: "actionCallback",
      outTrackId: card.reference,
      corpId: CARD_ENV.YIGONG_DINGTALK_CORP_ID,
      userId: card.account,
      content,
    }),
  };
}

/** As Feishu encrypts: a random block, then AES-256-CBC under the SHA-256 of the key. */
export function feishuSealed(value: object): string {
  const start = randomBytes(16);
  const key = createHash("sha256").update(CARD_ENV.YIGONG_FEISHU_ENCRYPT_KEY).digest();
  const cipher = createCipheriv("aes-256-cbc", key, start);
  return Buffer.concat([start, cipher.update(JSON.stringify(value), "utf8"), cipher.final()]).toString("base64");
}

export const feishuSigned = (body: string, timestamp: string, nonce: string) => ({
  "content-type": "application/json",
  "x-lark-request-timestamp": timestamp,
  "x-lark-request-nonce": nonce,
  "x-lark-signature": sha("sha256", `${timestamp}${nonce}${CARD_ENV.YIGONG_FEISHU_ENCRYPT_KEY}${body}`),
});

function feishuPress({ card, says, at, nonce = randomBytes(8).toString("hex") }: Press): Sent {
  const tenant_key = CARD_ENV.YIGONG_FEISHU_TENANT_KEY;
  const header = {
    event_id: nonce,
    token: CARD_ENV.YIGONG_FEISHU_VERIFICATION_TOKEN,
    create_time: String(Date.parse(at) * 1000),
    event_type: "card.action.trigger",
    tenant_key,
    app_id: CARD_ENV.YIGONG_FEISHU_APP_ID,
  };
  const event = {
    operator: { tenant_key, open_id: card.account, union_id: "on_1" },
    token: "c-1",
    action: { value: { reference: card.reference, pass: says }, tag: "button" },
    host: "im_message",
    context: { open_message_id: "om_1", open_chat_id: "oc_1" },
  };
  const body = JSON.stringify({ encrypt: feishuSealed({ schema: "2.0", header, event }) });
  return { path: "/callback/feishu", method: "POST", headers: feishuSigned(body, seconds(at), nonce), body };
}

const PRESS: Record<OfficeApp, (press: Press) => Sent> = {
  wecom: wecomPress,
  dingtalk: dingtalkPress,
  feishu: feishuPress,
};

/** The callback that an app sends when a button is pressed. */
export const pressed = (app: OfficeApp, press: Press): Sent => PRESS[app](press);

const answers = (): Answers => ({
  ...officeAnswers(),
  "/cgi-bin/message/send": { errcode: 0, errmsg: "ok", msgid: "m-1", response_code: "code-1" },
  "/cgi-bin/message/update_template_card": { errcode: 0, errmsg: "ok" },
  "/v1.0/card/callbacks/register": { success: true, result: {} },
  "/v1.0/card/instances/createAndDeliver": { success: true, result: { deliverResults: [{ success: true }] } },
  "/v1.0/card/instances": { success: true, result: true },
  "/open-apis/auth/v3/tenant_access_token/internal": { code: 0, tenant_access_token: "feishu-app-token", expire: 7200 },
  "/open-apis/im/v1/messages": { code: 0, data: { message_id: "om_1" } },
  "/open-apis/im/v1/messages/om_1": { code: 0, data: {} },
});

// biome-ignore lint/suspicious/noExplicitAny: what apps are sent is read as deep as their forms go
type Deep = any;

function seenIn({ path, body }: MockProvider["asked"][number]): SeenCard[] {
  const sent = body as Deep;
  if (path === "/cgi-bin/message/send") {
    const { main_title, sub_title_text, button_list, task_id } = sent.template_card;
    const [yes, no] = button_list.map((one: Deep) => one.key ?? one.url);
    return [
      {
        app: "wecom",
        account: sent.touser,
        reference: task_id,
        title: main_title.title,
        body: sub_title_text,
        yes,
        no,
      },
    ];
  }
  if (path === "/v1.0/card/instances/createAndDeliver") {
    const { title, body: text, yesPass: yes, noPass, noUrl } = sent.cardData.cardParamMap;
    const account = sent.openSpaceId.replace("dtv1.card//IM_ROBOT.", "");
    return [{ app: "dingtalk", account, reference: sent.outTrackId, title, body: text, yes, no: noPass || noUrl }];
  }
  if (path === "/open-apis/im/v1/messages") {
    const card = JSON.parse(sent.content);
    const [yes, no] = card.elements[1].actions.map((one: Deep) => one.value?.pass ?? one.url);
    const [text] = card.elements;
    const { reference } = card.elements[1].actions[0].value;
    const title = card.header.title.content;
    return [{ app: "feishu", account: sent.receive_id, reference, title, body: text.text.content, yes, no }];
  }
  return [];
}

/** What an app was told to show in the place of a card's buttons. */
function turnedIn({ path, method, body }: MockProvider["asked"][number]): { app: OfficeApp; outcome: string }[] {
  const sent = body as Deep;
  if (path === "/cgi-bin/message/update_template_card")
    return [{ app: "wecom", outcome: sent.template_card.main_title.desc }];
  if (path === "/v1.0/card/instances" && method === "PUT")
    return [{ app: "dingtalk", outcome: sent.cardData.cardParamMap.outcome }];
  if (path.startsWith("/open-apis/im/v1/messages/") && method === "PATCH")
    return [{ app: "feishu", outcome: JSON.parse(sent.content).elements.at(-1).elements[0].content }];
  return [];
}

/** The three office apps on loopback, which take cards. */
export async function cardOffices() {
  const mock = await mockProvider(answers());
  return {
    ...mock,
    bases: basesAt(mock.origin),
    /** The cards that were sent, the first one first. */
    cards: () => mock.asked.flatMap(seenIn),
    /** The outcomes that cards were told to show. */
    turned: () => mock.asked.flatMap(turnedIn),
  };
}

export type CardOffices = Awaited<ReturnType<typeof cardOffices>>;
