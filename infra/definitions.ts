import activityLifecycle from "../packages/workflows/dist/activity-lifecycle.asl.json";
import activityLifecycleStatements from "../packages/workflows/dist/activity-lifecycle.iam.json";
import awardRun from "../packages/workflows/dist/award-run.asl.json";
import awardRunStatements from "../packages/workflows/dist/award-run.iam.json";
import { definitionHash, definitionText } from "../packages/workflows/src/definition.ts";
import type { MachineName } from "./catalogue.ts";

/** What `npm run build:workflows` has built. */
export const built: Record<MachineName, { definition: object; statements: object }> = {
  ActivityLifecycle: { definition: activityLifecycle, statements: activityLifecycleStatements },
  AwardRun: { definition: awardRun, statements: awardRunStatements },
};

/** Short hashes of the files as built, before any ARN is linked in: the same on every installation. */
export const definitions = {
  activityLifecycle: definitionHash(definitionText(activityLifecycle)),
  awardRun: definitionHash(definitionText(awardRun)),
};
