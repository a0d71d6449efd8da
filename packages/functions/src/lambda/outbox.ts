import { onOutbox } from "../aws/outbox.ts";
import { outwardOnAws } from "../aws/outward.ts";
import { portsOnAws } from "../aws/ports.ts";
import { outboxOf } from "../compose/outbox.ts";
import { silent } from "../observe/observe.ts";
import { world } from "../world.ts";

const { env } = process;
// What an effect wakes the outbox for is due while it runs, so the run takes it along.
const w = world(portsOnAws(env, { wake: () => undefined, observe: silent }));

export const handler = onOutbox(outboxOf(w, outwardOnAws(env)), w.now);
