import type { Manifest } from "../manifest/manifest.ts";

/** What is searched is kept in memory by whoever serves it (`search-books.ts`); nothing of it is stored. */
export const search = { name: "search" } as const satisfies Manifest;
