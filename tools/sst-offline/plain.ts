/** How Pulumi marks values on the wire. @source @pulumi/pulumi runtime/rpc */
const MARK = "4dabf18193072939515e22adb298388d";
const SECRET = "1b47061264138c4ac30d75fd1eb44270";
const ASSETS = ["c44067f5952c0a294b673a41bacd8c17", "0def7320c3a5731c473e5ecbe6d01bc7"];
const RESOURCE = "5cf8f73096256a8f31e491e813e4eb8e";

/**
 * A value of the wire without its marks and without this machine's paths.
 *
 * @returns with it the paths of what Pulumi would store encrypted
 */
export function plain(value: unknown, root: string): { value: unknown; secrets: string[] } {
  const secrets = new Set<string>();
  const walk = (part: unknown, path: string): unknown => {
    if (typeof part === "string") return part.replaceAll(`${root}/`, "./").replaceAll(root, ".");
    if (typeof part !== "object" || part === null) return part ?? undefined;
    if (Array.isArray(part)) return part.map((item, index) => walk(item, `${path}[${index}]`));
    const fields = part as Record<string, unknown>;
    const mark = fields[MARK];
    if (mark === SECRET) {
      secrets.add(path || "*");
      return walk(fields.value, path);
    }
    if (ASSETS.includes(String(mark))) return { asset: walk(fields.path ?? fields.text ?? "(inline)", path) };
    if (mark === RESOURCE) return { resource: fields.urn };
    const walked = Object.entries(fields).map(([key, item]) => [key, walk(item, path ? `${path}.${key}` : key)]);
    return Object.fromEntries(walked.filter(([, item]) => item !== undefined));
  };
  return { value: walk(value, ""), secrets: [...secrets].sort() };
}
