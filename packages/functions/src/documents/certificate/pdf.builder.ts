import { award, claim } from "@yigong/core/certificate/certificate.builder.ts";
import { issue, type Printable, toPrint } from "@yigong/core/certificate/certificate.ts";
import { Code } from "@yigong/core/certificate/code.ts";

/** A certificate of 2026 that can be printed. */
export function printable(name: string, more: Partial<Printable> = {}): Printable {
  const code = Code.parse("7K3MQ9TZ0V4H2XBD");
  const [issued] = issue([], [claim(1, { name, code })], award());
  if (!issued) throw new TypeError("Nothing was issued");
  return { ...toPrint(issued), ...more };
}
