import * as z from "zod";

/** One page of a list; `cursor` asks for the next one and is absent on the last. */
export interface Page<Item> {
  items: Item[];
  cursor?: string | undefined;
}

/** What a list takes: at most `limit` items (1–200), from `cursor` on. */
export interface PageRequest {
  limit: number;
  cursor?: string | undefined;
}

export const PageRequest = z.object({
  limit: z.coerce.number().int().min(1).max(200).default(50),
  cursor: z.string().max(2048).optional(),
});
