import { describe, expect, it } from "vitest";
import type { Channel, PersonalChannels } from "../ports/channels.ts";
import { deliver } from "./deliver-message.ts";
import { clientDelivery } from "./deliver-to-client.ts";
import type { Recipient } from "./resolve-audience.ts";

type Name = keyof PersonalChannels;
const NAMES = ["im", "sms", "mail"] as const;
const subsetsOf = <Item>(items: readonly Item[]): Item[][] =>
  Array.from({ length: 2 ** items.length }, (_, set) => items.filter((_item, at) => set & (2 ** at)));

/** Every set of channels that a company may have, beside an inbox that takes everything. */
function channelsOf(own: readonly Name[]) {
  const sent: string[] = [];
  const channel = (label: string): Channel => ({ send: async ({ to }) => void sent.push(`${label} ${to}`) });
  const all = (names: readonly Name[], prefix = "") =>
    Object.fromEntries(names.map((name) => [name, channel(`${prefix}${name}`)])) as PersonalChannels;
  return { sent, channels: { ...all(own), standIn: all(NAMES, "inbox ") } };
}

const ADDRESSES = { mobile: "138", email: "a@b.c" } as const;
type Address = keyof typeof ADDRESSES;
const CASES = subsetsOf(NAMES).flatMap((own) =>
  subsetsOf(Object.keys(ADDRESSES) as Address[]).map(
    (has) => [own.join(" and ") || "nothing", has.join(" and ") || "nothing", own, has] as const,
  ),
);

/** What reads soonest among the company's own; the inbox only where none of them reaches. */
const expected = (own: readonly Name[], has: readonly Address[]): string => {
  if (own.includes("im")) return "im E1";
  if (own.includes("sms") && has.includes("mobile")) return "sms 138";
  if (own.includes("mail") && has.includes("email")) return "mail a@b.c";
  return "inbox im E1";
};

describe.each(CASES)("where %s is set up, somebody with %s", (_own, _has, own, has) => {
  const addresses = Object.fromEntries(has.map((name) => [name, ADDRESSES[name]]));

  it("is told by the company's own way, and by the inbox only without one", async () => {
    const { sent, channels } = channelsOf(own);
    const person = { id: "mem_1" as Recipient["id"], employeeNumber: "E1", ...addresses };
    await deliver(person, { key: "k", subject: "s", body: "b" }, { channels, patient: true });

    expect(sent).toEqual([expected(own, has)]);
  });

  it("is asked as a client by SMS, else by mail, else in the inbox", async () => {
    const { sent, channels } = channelsOf(own);
    const params = { alliance: "联盟", title: "净滩行", closesAt: "9月20日", link: "https://y.example/s/a" };
    const message = { addresses, key: "k", language: "zh-CN", template: "survey.invitation", params } as const;
    const isReached = await clientDelivery(channels)(message);
    const way = (name: Address, by: Name) => (has.includes(name) ? [`${by} ${ADDRESSES[name]}`] : []);
    const real = [...way("mobile", "sms"), ...way("email", "mail")].filter((one) =>
      own.some((name) => one.startsWith(name)),
    );
    const stand = [...way("mobile", "sms"), ...way("email", "mail")].map((one) => `inbox ${one}`);

    expect(sent).toEqual([...real, ...stand].slice(0, 1));
    expect(isReached).toBe(has.length > 0);
  });
});
