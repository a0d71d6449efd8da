import type { Manifest } from "../manifest/manifest.ts";

/** What is asked of people follows from the records of others; nothing of it is stored. */
export const todo = { name: "todo" } as const satisfies Manifest;
