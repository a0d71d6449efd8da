import { Hono } from "hono";
import { app } from "../api/app.ts";
import { certificatePages } from "../pages/certificate.tsx";
import type { UseCases } from "./use-cases.ts";
import { v1 } from "./v1.ts";

/**
 * The HTTP surface: the API, its description, and the pages of certificates.
 *
 * @param more - other pages for people without an account
 */
export const httpOf = (w: UseCases, more = new Hono()) =>
  app({
    v1: v1(w),
    pages: new Hono().route("/", more).route("/", certificatePages({ ...w, settings: w.settings.get })),
    observe: w.observe,
    newRequestId: () => w.newId("req"),
  });
