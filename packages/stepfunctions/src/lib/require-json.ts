import { Fault } from "./fault.ts";
import { depthOf } from "./json.ts";
import { maxDepth, tooLarge } from "./limits.ts";

/** Returns the text if it is valid JSON within the limits.
 * @throws {Fault} with the given name */
export function requireJson(text: string, fault: string, what: string): string {
  if (tooLarge(text)) throw new Fault(fault, `Invalid ${what}: larger than 262144 bytes`);
  if (depthOf(text) > maxDepth) throw new Fault(fault, `Invalid ${what}: nested more than ${maxDepth} deep`);
  try {
    JSON.parse(text);
    return text;
  } catch {
    throw new Fault(fault, `Invalid ${what}: not valid JSON`);
  }
}
