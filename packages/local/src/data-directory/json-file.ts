import { readFileSync } from "node:fs";
import { Refusal } from "@yigong/core/lib/error.ts";
import type * as z from "zod";

/**
 * Reads a JSON file of a data directory; it is never written over when it cannot be read.
 *
 * @param wayOn - what to do about it, Chinese first, ending in a full stop
 * @returns undefined when there is none
 * @throws `data.unreadable`, `data.damaged`
 */
export function readJsonFile<Schema extends z.ZodType>(
  path: string,
  schema: Schema,
  wayOn: string,
): z.infer<Schema> | undefined {
  const text = readText(path, wayOn);
  if (text === undefined) return undefined;
  try {
    return schema.parse(JSON.parse(text));
  } catch (error) {
    // The cause may hold secrets: it is not part of the message.
    throw new Refusal("unavailable", "data.damaged", `${path} 已损坏 / ${path} is damaged.\n${wayOn}`, {
      cause: error,
    });
  }
}

function readText(path: string, wayOn: string): string | undefined {
  try {
    return readFileSync(path, "utf8");
  } catch (error) {
    const { code = "" } = error as NodeJS.ErrnoException;
    if (code === "ENOENT") return undefined;
    const message = `${path} 无法读取 / ${path} cannot be read (${code}).\n${wayOn}`;
    throw new Refusal("unavailable", "data.unreadable", message, { cause: error });
  }
}
