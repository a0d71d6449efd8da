import { documentClient } from "@yigong/core/lib/table.ts";
import type { Ports } from "../composition/use-cases.ts";
import { DEFAULTS } from "../lib/default-settings.ts";
import { openIds } from "../lib/ids.ts";
import { randomDigits } from "../lib/random-digits.ts";
import type { Env } from "./endpoint.ts";
import { definitions, installation, nameOf, secretOf } from "./resource.ts";
import { s3Files } from "./s3-files.ts";

const now = () => new Date().toISOString();

/** Read when used: a function has only the secrets that it needs. */
const secrets = {
  get tokens() {
    return secretOf("TokenSecret");
  },
  get surveys() {
    return secretOf("SurveySecret");
  },
  get checkIns() {
    return secretOf("CheckInSecret");
  },
};

/**
 * The ports of a function on AWS: names from its links, clients from its environment.
 *
 * @throws Error that names a link which is missing or malformed
 */
export function portsOnAws(env: Env, given: Pick<Ports, "wake" | "observe" | "documents">): Ports {
  const { origin, zone, quietHours } = installation();
  const { activityLifecycle, awardRun } = definitions();
  return {
    table: { client: documentClient(), alliance: nameOf("Alliance"), ledger: nameOf("Ledger") },
    definition: activityLifecycle,
    awardDefinition: awardRun,
    now,
    newId: openIds(now),
    random: randomDigits,
    secrets,
    files: s3Files(nameOf("Files"), { env }),
    settings: { ...DEFAULTS, zone, quietHours },
    origin: () => origin,
    ...given,
    report: given.observe.fault,
  };
}
