import { randomBytes } from "node:crypto";

/** Random lower-case hexadecimal digits. */
export const randomDigits = (digits: number): string =>
  randomBytes(Math.ceil(digits / 2))
    .toString("hex")
    .slice(0, digits);
