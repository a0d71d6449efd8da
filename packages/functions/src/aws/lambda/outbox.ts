import { outboxOf } from "../../composition/outbox.ts";
import { documents } from "../../documents/documents.ts";
import { onOutbox } from "../outbox.ts";
import { outwardOnAws } from "../outward.ts";
import { start } from "../start.ts";

const { env } = process;
const { useCases, around } = start(env, { isOutbox: true, documents });

export const handler = onOutbox(around, outboxOf(useCases, outwardOnAws(env)), useCases.now);
