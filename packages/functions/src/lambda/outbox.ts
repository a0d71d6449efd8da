import { onSchedule } from "../aws/job.ts";
import { outwardOnAws } from "../aws/outward.ts";
import { portsOnAws } from "../aws/ports.ts";
import { outboxOf } from "../compose/outbox.ts";
import { silent } from "../observe/observe.ts";
import { world } from "../world.ts";

const observe = silent;
const w = world(portsOnAws(process.env, { wake: () => undefined, observe }));
const outbox = outboxOf(w, outwardOnAws(process.env));

export const handler = onSchedule(
  { observe, bell: { ring: () => undefined, pass: async () => undefined } },
  "sweepOutbox",
  outbox.run,
);
