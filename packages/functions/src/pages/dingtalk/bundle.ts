import { writeFileSync } from "node:fs";
import { build } from "esbuild";

const HERE = import.meta.dirname;

/** The script of the page inside DingTalk, with the one function of its library. */
export async function bundled(): Promise<string> {
  const { outputFiles } = await build({
    entryPoints: [`${HERE}/inside.ts`],
    bundle: true,
    minify: true,
    write: false,
    format: "iife",
    target: "es2019",
    charset: "ascii",
    legalComments: "none",
  });
  return outputFiles[0]?.text ?? "";
}

/** As a module: what is served is in the source, so that no server needs a bundler. */
export const moduleOf = (script: string): string =>
  `// Made by bundle.ts; do not edit.\nexport const SCRIPT =\n  ${JSON.stringify(script)};\n`;

if (process.argv[1] === import.meta.filename) writeFileSync(`${HERE}/script.ts`, moduleOf(await bundled()));
