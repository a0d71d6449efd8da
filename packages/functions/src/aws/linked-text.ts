import { Resource } from "sst";

/**
 * A text that SST has linked to the function that runs, where no schema reads it.
 *
 * @param form - what it must look like; not empty when left out
 * @throws Error that names a link which is missing or malformed, never with its value
 */
export function linkedText(link: string, field: string, form = /./): string {
  const value = (Resource as unknown as Record<string, Record<string, unknown>>)[link]?.[field];
  if (typeof value !== "string" || !form.test(value)) throw new Error(`The link "${link}" has no proper ${field}.`);
  return value;
}
