import { createDecipheriv } from "node:crypto";
import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import type { Build, Recorded, Registered } from "./stack.ts";

/** Opens the file in which SST puts a function's links. @source sst sdk/js, resource */
export function openLinks(file: string, key: string): Build["links"] {
  if (!existsSync(file)) return {};
  const sealed = readFileSync(file);
  const opening = createDecipheriv("aes-256-gcm", Buffer.from(key, "base64"), Buffer.alloc(12));
  opening.setAuthTag(sealed.subarray(-16));
  const text = Buffer.concat([opening.update(sealed.subarray(0, -16)), opening.final()]).toString();
  return JSON.parse(text) as Build["links"];
}

/** Without source maps, which are kept beside; links lead to files that are copied in. */
function sizeOf(folder: string): number {
  const sizes = readdirSync(folder, { withFileTypes: true }).map((entry) => {
    const path = join(folder, entry.name);
    const found = statSync(path);
    if (found.isDirectory()) return sizeOf(path);
    return path.endsWith(".map") ? 0 : found.size;
  });
  return sizes.reduce((sum, size) => sum + size, 0);
}

/** What a cold start reads: the bundle, and the parts of it that are imported before anything runs. */
function startOf(folder: string): number {
  const read = new Set<string>();
  const follow = (file: string): number => {
    if (read.has(file) || !existsSync(join(folder, file))) return 0;
    read.add(file);
    const parts = readFileSync(join(folder, file), "utf8").matchAll(/\b(?:import|from)\s*"\.\/([^"]+)"/g);
    return [...parts].reduce((sum, [, part = ""]) => sum + follow(part), statSync(join(folder, file)).size);
  };
  return follow("bundle.mjs");
}

interface Metadata {
  _metadata?: { handler?: string };
}

/** The bundles of every function of a dry run. */
export function buildsIn({ resources }: Recorded, folder: string): Build[] {
  const environment = ({ name }: Registered) =>
    resources.find((made) => made.type === "aws:lambda/function:Function" && made.name === `${name}Function`)?.inputs
      .environment as { variables: Record<string, string> } | undefined;
  return resources
    .filter(({ type }) => type === "sst:aws:Function")
    .map((component) => {
      const out = join(folder, ".sst/artifacts", `${component.name}-src`);
      return {
        name: component.name,
        handler: (component.outputs as Metadata | undefined)?._metadata?.handler ?? "",
        bytes: startOf(out),
        unpackedBytes: existsSync(out) ? sizeOf(out) : 0,
        links: openLinks(join(out, "resource.enc"), environment(component)?.variables.SST_KEY ?? ""),
        folder: out,
      };
    });
}
