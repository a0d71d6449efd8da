import { mkdirSync, writeFileSync } from "node:fs";
import { activityLifecycle } from "./activity-lifecycle.ts";
import { awardRun } from "./award-run.ts";
import { definitionText } from "./definition.ts";

const dist = new URL("../dist/", import.meta.url);

mkdirSync(dist, { recursive: true });
for (const { name, definition, statements } of [activityLifecycle, awardRun]) {
  writeFileSync(new URL(`${name}.asl.json`, dist), definitionText(definition));
  writeFileSync(new URL(`${name}.iam.json`, dist), `${JSON.stringify(statements, null, 2)}\n`);
}
