import { recent } from "@yigong/core/lib/reading.ts";
import { Hono } from "hono";
import { app } from "../api/app.ts";
import { calendarPages } from "../pages/calendar.ts";
import { certificatePages } from "../pages/certificate.tsx";
import { frontPages } from "../pages/front.tsx";
import type { UseCases } from "./use-cases.ts";
import { v1 } from "./v1.ts";

/**
 * The HTTP surface: the API, its description, the first page, and the pages of certificates.
 *
 * @param more - other pages for people without an account
 */
export const httpOf = (w: UseCases, more = new Hono()) =>
  app({
    v1: v1(w),
    pages: new Hono()
      .route("/", more)
      .route("/", frontPages({ settings: () => w.settings.get(recent) }))
      .route("/", certificatePages({ ...w, settings: w.settings.get }))
      .route("/", calendarPages(w)),
    observe: w.observe,
    newRequestId: () => w.newId("req"),
  });
