import { correlation } from "@yigong/core/lib/correlation.ts";
import { Refusal } from "@yigong/core/lib/error.ts";
import type { Context } from "hono";
import { HTTPException } from "hono/http-exception";
import type { ContentfulStatusCode } from "hono/utils/http-status";
import { HTTP_STATUS } from "../lib/http-status.ts";
import { patternOf } from "./observe-requests.ts";

const TITLES: Record<number, string> = {
  400: "The request is not valid",
  401: "Sign in first",
  403: "Not allowed",
  404: "Not found",
  409: "Not possible now",
  413: "Too large",
  421: "Not the host of this address",
  415: "Not in a form that can be read",
  429: "Too many tries",
  500: "Something went wrong",
  503: "Not available just now",
};

/** A problem document with our stable code, and the request's id for people to quote. @source RFC 9457 */
export const problem = (c: Context, status: number, code: string, detail: string) => {
  c.set("problem", code);
  return c.body(
    JSON.stringify({
      type: `urn:yigong:problem:${code}`,
      title: TITLES[status] ?? "Problem",
      status,
      code,
      detail,
      instance: c.req.path,
      requestId: correlation(),
    }),
    status as ContentfulStatusCode,
    { "content-type": "application/problem+json; charset=utf-8", ...(status === 503 ? { "retry-after": "1" } : {}) },
  );
};

/**
 * Turns whatever a route threw into a problem document; what is no refusal is a bug, reported once with the route's
 * pattern.
 */
export const onError = (report: (error: Error, route: string) => void) => (error: Error, c: Context) => {
  if (error instanceof Refusal)
    return problem(c, error.code === "input.too_large" ? 413 : HTTP_STATUS[error.kind], error.code, error.message);
  if (error instanceof HTTPException && error.status < 500)
    return problem(
      c,
      error.status,
      error.status === 413 ? "input.too_large" : "input.invalid",
      error.message || "The request cannot be read.",
    );
  report(error, patternOf(c));
  return problem(c, 500, "internal", "This is our mistake; it was recorded. Nothing was changed by halves.");
};
