import type { Kind } from "@yigong/core/lib/error.ts";

/** The HTTP status of each kind of refusal. */
export const HTTP_STATUS = {
  invalid: 400,
  unauthenticated: 401,
  forbidden: 403,
  missing: 404,
  conflict: 409,
  limited: 429,
  unavailable: 503,
} as const satisfies Record<Kind, number>;
