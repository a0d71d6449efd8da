import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { DryRun } from "./dry-runs.ts";

/** A defect that somebody could make, and the test that must find it. */
export interface Planted {
  defect: string;
  run: DryRun;
  /** Part of the test's full name. */
  caughtBy: string;
  plant: (folder: string) => void;
}

/** Replaces a text in a file of the copy. @throws when it is not there: the defect would not be planted */
const replace = (file: string, from: string, to: string) => (folder: string) => {
  const path = join(folder, file);
  const text = readFileSync(path, "utf8");
  if (!text.includes(from)) throw new Error(`${file} has no ${from}`);
  writeFileSync(path, text.replaceAll(from, to));
};

export const PLANTED: readonly Planted[] = [
  {
    defect: "the bucket of files is public",
    run: "test",
    caughtBy: "the bucket of files, test > is open to nobody",
    plant: replace("infra/files.ts", "versioning: false,", 'versioning: false, access: "public",'),
  },
  {
    defect: "functions may do everything with the ledger",
    run: "test",
    caughtBy: "permissions, test > name exact actions",
    plant: replace("infra/statements.ts", "dynamo(grant.ledger?.table, ledger)", 'dynamo(["*"], ledger)'),
  },
  {
    defect: "tables have no point-in-time recovery",
    run: "production",
    caughtBy: "the tables, production > are two, on demand, encrypted, and can be put back",
    plant: replace("infra/storage.ts", "enabled: true, recoveryPeriodInDays", "enabled: false, recoveryPeriodInDays"),
  },
  {
    defect: "a state machine is deployed that was never built",
    run: "test",
    caughtBy: "the state machine, test ActivityLifecycle > is the one that was built",
    plant: replace(
      "infra/workflows.ts",
      "definition: linked(built[name].definition)",
      "definition: linked({ ...built[name].definition, TimeoutSeconds: 60 })",
    ),
  },
  {
    defect: "functions keep their logs for ever",
    run: "test",
    caughtBy: "operations, test > keep every log for a while",
    plant: replace("infra/defaults.ts", '"3 months"', '"forever"'),
  },
  {
    defect: "a resource is named in the wrong partition",
    run: "mainland",
    caughtBy: "a mainland region > is a partition of its own",
    plant: replace("infra/deployment.ts", "arn:${partition}:", "arn:aws:"),
  },
  {
    defect: "the whole account may act as any function",
    run: "test",
    caughtBy: "permissions, test > are taken on by one service each",
    plant: replace("infra/defaults.ts", "role.assumeRolePolicy = ", "role.description = role.description ?? void "),
  },
];
