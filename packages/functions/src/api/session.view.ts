import { z } from "@hono/zod-openapi";
import type { Language } from "@yigong/core/language/catalogue.ts";
import { Device, Session } from "@yigong/core/session/index.ts";
import type { Context } from "hono";
import { languageOf } from "../lib/accept-language.ts";
import type { Env } from "../lib/edge.ts";

/** A session as its owner sees it. */
export const SessionView = Session.Info.pick({ id: true, way: true, createdAt: true, seenAt: true, endsAt: true })
  .extend({ device: z.string(), isCurrent: z.boolean() })
  .openapi("Session");

export const readerLanguage = (c: Context<Env>): Language => languageOf(undefined, c.req.header("accept-language"));

export const sessionView = (c: Context<Env>, session: Session.Info): z.infer<typeof SessionView> =>
  SessionView.parse({
    ...session,
    device: Device.deviceName(session.device, readerLanguage(c)),
    isCurrent: session.id === c.get("session")?.id,
  });
