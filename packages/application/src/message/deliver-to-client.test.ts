import { describe, expect, it } from "vitest";
import { rejected, unavailable } from "../ports/channel-fault.ts";
import type { Channel, Parcel } from "../ports/channels.ts";
import type { ClientMessage } from "../ports/client-delivery.ts";
import { clientDelivery } from "./deliver-to-client.ts";

const message: ClientMessage = {
  addresses: { mobile: "13812345678" },
  language: "zh-CN",
  template: "survey.invitation",
  params: {
    alliance: "泰州义工联盟",
    title: "净滩行",
    closesAt: "9月20日 周日 18:00",
    link: "https://y.example/s/abc",
  },
  key: "survey:act_1:cli_1:1",
};
const throwing = (error: Error): Channel => ({ send: () => Promise.reject(error) });

describe("asking a served client", () => {
  it("says who asks, about what, until when, and gives the link", async () => {
    const sent: Parcel[] = [];
    const isReached = await clientDelivery({ sms: { send: async (parcel) => void sent.push(parcel) } })(message);

    expect(isReached).toBe(true);
    expect(sent).toEqual([
      {
        key: message.key,
        to: "13812345678",
        subject: "请评价「净滩行」",
        body: "泰州义工联盟为您提供了「净滩行」服务，想听听您的评价，约一分钟。9月20日 周日 18:00 前有效，只能提交一次：https://y.example/s/abc",
      },
    ]);
  });

  it("says when an address is never reached, and comes again when it may be later", async () => {
    const later = clientDelivery({ sms: throwing(unavailable("sms", "answered 503")) })(message);

    expect(await clientDelivery({ sms: throwing(rejected("sms", "answered 400")) })(message)).toBe(false);
    expect(await clientDelivery({})(message)).toBe(false);
    await expect(later).rejects.toMatchObject({ kind: "unavailable" });
  });
});
