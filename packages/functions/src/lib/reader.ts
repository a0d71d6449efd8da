import type { Language } from "@yigong/core/language/catalogue.ts";
import type { Context } from "hono";
import { languageOf } from "./accept-language.ts";

const chosenIn = (row: unknown): string | undefined =>
  typeof row === "object" && row !== null && "language" in row && typeof row.language === "string"
    ? row.language
    : undefined;

/** The language of whoever made a request: what the session or the member says, else what the browser asks for. */
export const languageFor = (c: Context): Language =>
  languageOf(chosenIn(c.get("session")) ?? chosenIn(c.get("member")), c.req.header("accept-language"));

/** What it takes to tell people something: where they are, and what things are called. */
export interface Reader {
  zone(): Promise<string>;
  /** Names of members, activities, units and files of imports by id; without those that there are not. */
  namesOf(ids: readonly string[]): Promise<ReadonlyMap<string, string>>;
}
