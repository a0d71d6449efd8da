import { randomBytes } from "node:crypto";
import { recent } from "@yigong/core/lib/reading.ts";
import { Hono } from "hono";
import { app } from "../api/app.ts";
import { senderOf } from "../api/sign-in.ts";
import { signOut } from "../api/sign-out.ts";
import { calendarPages } from "../pages/calendar.ts";
import { certificatePages } from "../pages/certificate.tsx";
import { checkInPages } from "../pages/check-in.tsx";
import { frontPages } from "../pages/front.tsx";
import { readerOf } from "./reader.ts";
import type { UseCases } from "./use-cases.ts";
import { signInDeps, v1 } from "./v1.ts";

/** The pages behind a check-in code. */
const checkInPagesOf = (w: UseCases) =>
  checkInPages({
    ...w,
    sender: (c) => senderOf(signInDeps(w), c),
    random: () => randomBytes(16).toString("hex"),
    report: (what, error) => w.observe.fault(what, error),
  });

/**
 * The HTTP surface: the API, its description, the first page, and the pages of certificates.
 *
 * @param more - other pages for people without an account
 * @param open - the ways to sign in that are set up, and what lists are searched by where it was opened before
 */
export const httpOf = (w: UseCases, more = new Hono(), open: Parameters<typeof v1>[1] = {}) =>
  app({
    v1: v1(w, open),
    pages: new Hono()
      .route("/", more)
      .route("/", checkInPagesOf(w))
      .route("/", signOut(w))
      .route("/", frontPages({ settings: () => w.settings.get(recent) }))
      .route("/", certificatePages({ ...w, settings: w.settings.get }))
      .route("/", calendarPages(w)),
    observe: w.observe,
    reader: readerOf(w),
    newRequestId: () => w.newId("req"),
  });
