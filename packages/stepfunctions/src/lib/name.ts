import { Fault } from "./fault.ts";

/** Checks a name by AWS's rules: 1 to 80 characters, no white space, brackets, wildcards, quotes or control characters.
 * @throws {Fault} InvalidName */
export function requireName(name: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what AWS forbids here
  if (name.length < 1 || name.length > 80 || /[\s<>{}[\]?*"#%\\^|~`$&,;:/\u0000-\u001f\u007f-\u009f]/u.test(name)) {
    throw new Fault("InvalidName", `Invalid Name: '${name}'`);
  }
  return name;
}
