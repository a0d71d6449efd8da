import crypto, { createHash } from "node:crypto";
import { syncBuiltinESMExports } from "node:module";

/** Makes `randomBytes` and `getRandomValues` of this process deterministic, so that a second run writes the same rows. */
export function seed(text: string): void {
  let drawn = 0;
  const draw = (count: number): Buffer => {
    const parts: Buffer[] = [];
    for (let bytes = 0; bytes < count; bytes += 32) {
      parts.push(createHash("sha256").update(`${text} ${drawn}`).digest());
      drawn += 1;
    }
    return Buffer.concat(parts).subarray(0, count);
  };
  Object.assign(crypto, { randomBytes: draw });
  // ULIDs draw here, and so does the AWS client, a varying number of times: a constant keeps ids independent of it.
  const constant = createHash("sha256").update(text).digest();
  Object.assign(globalThis.crypto, {
    getRandomValues: <Values extends Uint8Array>(values: Values) => {
      values.set(constant.subarray(0, values.length));
      return values;
    },
  });
  syncBuiltinESMExports();
}
