import { onOutbox } from "../aws/outbox.ts";
import { outwardOnAws } from "../aws/outward.ts";
import { start } from "../aws/start.ts";
import { outboxOf } from "../compose/outbox.ts";

const { env } = process;
const { world, around } = start(env, { isOutbox: true });

export const handler = onOutbox(around, outboxOf(world, outwardOnAws(env)), world.now);
