import { storeRefusal } from "./store.refusals.ts";

/** What ElectroDB says of text that is no cursor, and DynamoDB of a key that is none of its own. */
const REFUSED = /unable to parse cursor|starting key|ExclusiveStartKey/i;

/**
 * Waits for a page that a caller asked for by its cursor.
 *
 * @throws `page.bad_cursor` when the cursor is not one that a list gave out
 */
export async function fromCursor<Answer>(page: Promise<Answer>): Promise<Answer> {
  try {
    return await page;
  } catch (error) {
    if (!(error instanceof Error && error.name === "ElectroError" && REFUSED.test(error.message))) throw error;
    throw storeRefusal("page.bad_cursor", {}, { cause: error });
  }
}
