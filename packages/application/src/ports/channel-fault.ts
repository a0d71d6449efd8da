import { Refusal } from "@yigong/core/lib/error.ts";

const LATER = {
  "zh-CN": "消息通道暂时无法使用，稍后会再试",
  en: "The channel cannot be used at the moment. It is tried again later.",
  values: {},
};
const NEVER = {
  "zh-CN": "消息通道不接受这条消息，不会再试",
  en: "The channel does not take this message. It is not tried again.",
  values: {},
};

/** The channel is down, slow or busy: the same message may be sent later. Never names an address or a secret. */
export const unavailable = (channel: string, what: string): Refusal =>
  new Refusal("unavailable", "channel.unavailable", `${channel} ${what}. It is tried again later.`, { said: LATER });

/** The channel will not take this message, however often it is sent. @param answer - its code for that, such as `93000` */
export const rejected = (channel: string, what: string, answer?: number): Rejection =>
  Object.assign(
    new Refusal("invalid", "channel.rejected", `${channel} ${what}. It is not tried again.`, { said: NEVER }),
    { answer },
  );

export type Rejection = Refusal & { answer?: number | undefined };

export const isUnavailable = (error: unknown): boolean => error instanceof Refusal && error.kind === "unavailable";

export const isRejected = (error: unknown): error is Rejection =>
  error instanceof Refusal && error.code === "channel.rejected";
