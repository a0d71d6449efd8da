import { languageOf } from "@yigong/functions/lib/accept-language.ts";
import { refuseInput } from "@yigong/functions/lib/refuse-input.ts";
import { Hono } from "hono";
import * as z from "zod";
import { type Inbox, WAYS } from "./inbox.ts";
import { inboxPage } from "./inbox-page.ts";
import { HEADERS } from "./style.ts";

/** A form sends an empty field as empty text. */
const given = <Schema extends z.ZodType>(schema: Schema) =>
  z.preprocess((value) => (value === "" ? undefined : value), schema.optional());

const Query = z.object({
  channel: given(z.enum(WAYS)),
  recipient: given(z.string().trim().max(254)),
  before: given(z.coerce.number().int().positive()),
  limit: z.coerce.number().int().min(1).max(200).default(50),
});

function read(inbox: Inbox, query: Record<string, string>) {
  const parsed = Query.safeParse(query);
  if (!parsed.success) throw refuseInput(parsed.error.issues);
  const { channel: way, recipient, before, limit } = parsed.data;
  const asked = { way, recipient, before, limit };
  return { asked, ...inbox.list(asked) };
}

/**
 * `GET /inbox` as a page and `GET /inbox.json` as JSON: the messages that would have been sent. There is no
 * authentication, so it is for one machine only.
 *
 * @throws `input.invalid`
 */
export const inboxRoutes = ({
  inbox,
  zone,
  now,
}: {
  inbox: Inbox;
  zone: () => string | Promise<string>;
  now: () => string;
}) =>
  new Hono()
    .get("/inbox", async (c) => {
      const language = languageOf(c.req.query("lang"), c.req.header("accept-language"));
      const view = { language, zone: await zone(), asOf: now(), ...read(inbox, c.req.query()) };
      return c.html(inboxPage(view), 200, HEADERS);
    })
    .get("/inbox.json", (c) => {
      const { items, before } = read(inbox, c.req.query());
      const shown = items.map(({ way: channel, ...item }) => ({ channel, ...item }));
      return c.json({ items: shown, before }, 200, HEADERS);
    });
