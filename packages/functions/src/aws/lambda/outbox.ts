import { outboxOf } from "../../composition/outbox.ts";
import { documents } from "../../documents/documents.ts";
import { onOutbox } from "../outbox-handler.ts";
import { outboxPortsOnAws } from "../outbox-ports.ts";
import { start } from "../start-function.ts";

const { env } = process;
const { useCases, runtime } = start(env, { isOutbox: true, documents });

export const handler = onOutbox(runtime, outboxOf(useCases, outboxPortsOnAws(env)), useCases.now);
