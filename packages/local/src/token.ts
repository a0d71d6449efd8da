import { resolve } from "node:path";
import { SETUP, tokenFor } from "@yigong/functions/api/sign-in.ts";
import { openShiftedClock } from "./clock.ts";
import { openSecrets } from "./secrets.ts";

const at = process.argv.indexOf("--as");
const who = at < 0 ? undefined : process.argv[at + 1];

if (!who) {
  process.stderr.write(
    `usage: npm run -s token -- --as <employee number>\n       npm run -s token -- --as ${SETUP}   (until there is an administrator)\n`,
  );
  process.exit(2);
}
const dataDir = resolve(process.env.YIGONG_DATA ?? ".yigong");
const subject = who === SETUP ? SETUP : `employee:${who}`;
const now = new Date(openShiftedClock(dataDir).now()).toISOString();
process.stdout.write(`${await tokenFor(subject, { secret: openSecrets(dataDir).tokens, at: now })}\n`);
