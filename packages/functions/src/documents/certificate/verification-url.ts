import type { Printable } from "@yigong/core/certificate/certificate.ts";
import { grouped } from "@yigong/core/certificate/code.ts";

/** Where anybody verifies a certificate. @param origin - without a slash at the end */
export const verificationUrl = (origin: string, code: Printable["code"]): string =>
  `${origin}/certificates/${grouped(code)}`;
