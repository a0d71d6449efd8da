import { join, resolve } from "node:path";
import { localClient } from "@yigong/core/lib/direct-client.ts";
import { Refusal } from "@yigong/core/lib/error.ts";
import { documentClient } from "@yigong/core/lib/table.ts";
import { dynamoMembers } from "@yigong/core/member/member.store.ts";
import { SETUP } from "@yigong/functions/api/sign-in.ts";
import { installation, isLinked, nameOf, secretOf } from "@yigong/functions/aws/resource.ts";
import { DEFAULTS } from "@yigong/functions/lib/default-settings.ts";
import { requireData } from "./data-directory/has-data.ts";
import { readSecrets } from "./data-directory/secrets.ts";
import { openShiftedClock } from "./data-directory/shifted-clock.ts";
import { issueToken } from "./issue-token.ts";
import { attachStore } from "./store/attach-store.ts";
import { TABLE_NAMES } from "./store/tables.ts";

const say = (line: string) => process.stderr.write(`${line}\n`);

/** Under `sst shell`: for the installation on AWS that is linked there. */
function tokenOnAws(who: string): Promise<string> {
  const table = { client: documentClient(), alliance: nameOf("Alliance"), ledger: nameOf("Ledger") };
  const now = () => new Date().toISOString();
  return issueToken(who, {
    secret: secretOf("TokenSecret"),
    roster: dynamoMembers(table),
    zone: installation().zone,
    now,
  });
}

async function tokenOnThisMachine(who: string): Promise<string> {
  const dataDir = resolve(process.env.YIGONG_DATA ?? ".yigong");
  requireData(dataDir);
  const clock = openShiftedClock(dataDir);
  const own = {
    secret: readSecrets(dataDir).tokens,
    now: () => new Date(clock.now()).toISOString(),
    zone: DEFAULTS.zone,
  };
  // `setup` needs no look-up: the store may not exist yet.
  if (who === SETUP) return issueToken(who, { ...own, roster: { byEmployeeNumber: async () => undefined } });
  const env = { ...process.env };
  delete process.env.AWS_ENDPOINT_URL_DYNAMODB;
  const store = await attachStore({ dataDir: join(dataDir, "store"), env, log: say });
  const client = localClient(store);
  try {
    return await issueToken(who, { ...own, roster: dynamoMembers({ client, ...TABLE_NAMES }) });
  } catch (error) {
    // The store has no tables: no machine has been started on it yet.
    if (!(error instanceof Refusal && error.code === "store.unavailable")) throw error;
    throw new Refusal("missing", "token.no_roster", `There is no roster in ${dataDir} yet. Start the machine first.`);
  } finally {
    client.destroy();
    await store.stop();
  }
}

const at = process.argv.indexOf("--as");
const who = at < 0 ? undefined : process.argv[at + 1];

if (!who) {
  say(
    `usage: npm run -s token -- --as <employee number>\n       npm run -s token -- --as ${SETUP}   (until there is an administrator)`,
  );
  process.exit(2);
}
try {
  process.stdout.write(`${await (isLinked("TokenSecret") ? tokenOnAws(who) : tokenOnThisMachine(who))}\n`);
} catch (error) {
  say(error instanceof Error ? error.message : String(error));
  process.exitCode = 1;
}
