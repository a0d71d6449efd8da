import type { IRegularForbiddenRuleType } from "dependency-cruiser";

/** An import from one file to another, to a package of npm, or to a module of Node. */
export type Planted = readonly [from: string, to: string];

/** @see https://github.com/sverweij/dependency-cruiser/blob/main/doc/rules-reference.md */
export interface Rule extends Omit<IRegularForbiddenRuleType, "name" | "severity"> {
  name: string;
  /** Imports that break it, so that a rule which matches nothing is noticed. */
  planted: readonly Planted[];
}

/** What each package takes of the others. */
export const TAKES: Readonly<Record<string, readonly string[]>> = {
  core: [],
  stepfunctions: [],
  application: ["core"],
  workflows: ["core"],
  functions: ["core", "application"],
  web: ["core", "functions"],
  local: ["core", "application", "functions", "workflows", "stepfunctions"],
  testing: ["core", "application", "functions", "workflows", "stepfunctions", "local"],
};

/** Outside of the packages; `test` and `bench` take all, and only data of `infra` goes the other way. */
export const FOLDERS = ["infra", "tools", "bench", "examples", "test"];

/** What only tests take, beside what it is about. */
const UNSHIPPED = String.raw`\.(test|fixture|bench|builder|other-locale|oracle)\.tsx?$`;
const KIT = "^(test|bench|examples)/|^packages/testing/";
const npm = (...names: string[]) => `(^|/)node_modules/(${names.join("|")})(/|$)`;

const packageRules: Rule[] = Object.entries(TAKES)
  .filter(([name]) => name !== "testing")
  .map(([name, takes]) => {
    const others = Object.keys(TAKES).filter((other) => other !== name && !takes.includes(other));
    return {
      name: `${name}-takes-${takes.join("-") || "nothing"}`,
      from: { path: `^packages/${name}/`, pathNot: UNSHIPPED },
      to: { path: `^packages/(?!(${[name, ...takes].join("|")})/)|^(${FOLDERS.join("|")})/|^sst`, pathNot: KIT },
      planted: [...others.filter((other) => other !== "testing").map((other) => `packages/${other}/src/any.ts`)]
        .concat("infra/storage.ts", "tools/sst-offline/main.ts")
        .map((to) => [`packages/${name}/src/one.ts`, to] as const),
    };
  });

export const RULES: readonly Rule[] = [
  ...packageRules,
  {
    name: "no-circle-of-files",
    from: {},
    to: { circular: true },
    planted: [
      ["packages/core/src/deed/deed.ts", "packages/core/src/deed/judged.ts"],
      ["packages/core/src/deed/judged.ts", "packages/core/src/deed/deed.ts"],
    ],
  },
  {
    name: "what-ships-takes-no-test-kit",
    from: { path: "^(packages/(?!testing/)|infra/|sst)", pathNot: UNSHIPPED },
    to: { path: [KIT, UNSHIPPED] },
    planted: [
      ["packages/application/src/deed/judge-deed.ts", "packages/testing/src/world.ts"],
      ["packages/functions/src/api/deed.ts", "packages/testing/src/world.ts"],
      ["packages/local/src/machine.ts", "test/lib/store.ts"],
      ["packages/core/src/deed/deed.ts", "packages/core/src/award/award.builder.ts"],
      ["infra/storage.ts", "test/lib/store.ts"],
    ],
  },

  // core: lib → noun.ts → noun.store.ts
  {
    name: "lib-knows-no-noun",
    from: { path: "^packages/core/src/lib/" },
    to: { path: "^packages/core/src/(?!lib/)" },
    planted: [["packages/core/src/lib/change.ts", "packages/core/src/deed/deed.ts"]],
  },
  {
    name: "vocabularies-are-leaves",
    comment: "Language, permission and outbox are made of them, and nouns of those.",
    from: { path: String.raw`^packages/core/src/.+\.(vocabulary|words|messages|refusals)\.ts$` },
    to: {
      path: "^packages/|(^|/)node_modules/",
      pathNot: [
        String.raw`^packages/core/src/(lib/|language/catalogue\.ts$|noun-vocabulary\.ts$)`,
        String.raw`\.(words|messages)\.ts$`,
      ],
    },
    planted: [
      ["packages/core/src/deed/deed.vocabulary.ts", "packages/core/src/deed/deed.ts"],
      ["packages/core/src/deed/deed.vocabulary.ts", "packages/core/src/outbox/outbox.ts"],
      ["packages/core/src/deed/deed.vocabulary.ts", "zod"],
      ["packages/core/src/deed/deed.words.ts", "packages/core/src/language/index.ts"],
    ],
  },
  {
    name: "rules-know-no-store",
    from: { path: "^packages/core/src/", pathNot: [UNSHIPPED, String.raw`\.(store|row)\.ts$`] },
    to: { path: String.raw`\.store\.ts$` },
    planted: [["packages/core/src/deed/deed.ts", "packages/core/src/deed/deed.store.ts"]],
  },
  {
    name: "another-nouns-rules-never-its-store",
    from: { path: "^packages/core/src/([^/]+)/", pathNot: UNSHIPPED },
    to: { path: String.raw`^packages/core/src/[^/]+/.+\.store\.ts$`, pathNot: "^packages/core/src/$1/" },
    planted: [["packages/core/src/deed/deed.store.ts", "packages/core/src/award/award.store.ts"]],
  },
  {
    name: "rules-know-no-aws",
    from: { path: "^packages/core/src/(?!lib/)", pathNot: [UNSHIPPED, String.raw`\.(store|row)\.ts$`] },
    to: { path: npm("@aws-sdk", "electrodb") },
    planted: [
      ["packages/core/src/deed/deed.ts", "@aws-sdk/lib-dynamodb"],
      ["packages/core/src/deed/deed.ts", "electrodb"],
    ],
  },
  {
    name: "core-alone-knows-the-table",
    from: { path: "^packages/(?!core/|testing/)", pathNot: UNSHIPPED },
    to: { path: npm("electrodb") },
    planted: [["packages/functions/src/api/deed.ts", "electrodb"]],
  },
  {
    name: "core-knows-no-edge",
    from: { path: "^packages/core/" },
    to: { path: npm("hono", "@hono", "sst", "aws4fetch", "@aws-lambda-powertools") },
    planted: [["packages/core/src/deed/deed.store.ts", "sst"]],
  },

  // application: use cases and their own ports
  {
    name: "application-knows-no-edge",
    from: { path: "^packages/application/", pathNot: UNSHIPPED },
    to: {
      path: [
        npm("hono", "@hono", "@aws-sdk", "@aws-lambda-powertools", "aws4fetch", "sst"),
        "^(https?|http2|net|tls)$",
      ],
    },
    planted: ["hono", "@hono/zod-openapi", "@aws-sdk/client-sfn", "aws4fetch", "sst", "node:http"].map(
      (to) => ["packages/application/src/deed/judge-deed.ts", to] as const,
    ),
  },
  {
    name: "application-draws-no-pages",
    comment: "A .tsx file takes hono/jsx without an import.",
    from: { path: String.raw`^packages/application/.+\.tsx$` },
    to: {},
    planted: [["packages/application/src/deed/page.tsx", "packages/core/src/deed/deed.ts"]],
  },

  // functions: floors, composed only at the top
  {
    name: "composition-is-the-top",
    from: {
      path: "^packages/functions/src/.+/",
      pathNot: [UNSHIPPED, "^packages/functions/src/(composition|aws)/"],
    },
    to: { path: "^packages/functions/src/composition/" },
    planted: ["api", "pages", "tasks", "outbox", "jobs", "channels", "documents"].map(
      (floor) => [`packages/functions/src/${floor}/any.ts`, "packages/functions/src/composition/http.ts"] as const,
    ),
  },

  {
    name: "workflows-take-types-and-codes",
    from: { path: "^packages/workflows/" },
    to: { path: [String.raw`\.(store|row)\.ts$`, npm("electrodb", "@aws-sdk", "hono", "@hono", "sst")] },
    planted: [["packages/workflows/src/award-run.ts", "packages/core/src/award/award.store.ts"]],
  },
  {
    name: "web-takes-words-and-types",
    from: { path: "^packages/web/", pathNot: String.raw`\.test\.ts$` },
    // Also what a wall clock shows, limits, lists of roles, kinds, outcomes, questions and levels, and points and scores as decimals: each small, and importing nothing.
    to: {
      path: "^packages/(core/src/(?!language/|lib/wall-clock|archive/limits|permission/roles|points/decimal|roster/column-labels|course/kinds|mentoring/kinds|result/outcomes|member/trainer-levels|nomination/score|form/questions|growth/levels)|functions/)",
      dependencyTypesNot: ["type-only"],
    },
    planted: [
      ["packages/web/src/console/page.ts", "packages/core/src/deed/deed.ts"],
      ["packages/web/src/console/page.ts", "packages/functions/src/api/deed.ts"],
    ],
  },
  {
    name: "infra-takes-data",
    from: { path: "^infra/" },
    to: {
      path: "^packages/",
      pathNot: [
        String.raw`^packages/core/src/lib/(table-shape|time)\.ts$`,
        String.raw`^packages/workflows/(dist/|src/(schedules|definition)\.ts$)`,
        "^packages/functions/package.json$",
      ],
    },
    planted: [["infra/storage.ts", "packages/core/src/lib/table.ts"]],
  },
];

/** Folders between which imports never go around, in what ships; the first group names the folder. */
export interface Acyclic {
  name: string;
  folder: RegExp;
  planted: readonly Planted[];
}

export const ACYCLIC: readonly Acyclic[] = [
  {
    name: "packages",
    folder: /^packages\/([^/]+)\//,
    planted: [
      ["packages/core/src/deed/deed.ts", "packages/functions/src/api/deed.ts"],
      ["packages/functions/src/api/v1.ts", "packages/core/src/lib/id.ts"],
    ],
  },
  {
    name: "nouns of core",
    folder: /^packages\/core\/src\/([^/]+)\//,
    planted: [
      ["packages/core/src/deed/deed.ts", "packages/core/src/award/award.ts"],
      ["packages/core/src/award/tally.ts", "packages/core/src/points/points.ts"],
      ["packages/core/src/points/rules.ts", "packages/core/src/deed/index.ts"],
    ],
  },
  {
    name: "nouns of application",
    folder: /^packages\/application\/src\/([^/]+)\//,
    planted: [
      ["packages/application/src/deed/judge-deed.ts", "packages/application/src/award/publish-award.ts"],
      ["packages/application/src/award/freeze-award.ts", "packages/application/src/deed/index.ts"],
    ],
  },
  {
    name: "floors of functions",
    folder: /^packages\/functions\/src\/([^/]+)\//,
    planted: [
      ["packages/functions/src/api/deed.ts", "packages/functions/src/outbox/runner.ts"],
      ["packages/functions/src/outbox/handlers.ts", "packages/functions/src/api/problem.ts"],
    ],
  },
];

export const ships = (path: string): boolean => !new RegExp(UNSHIPPED).test(path);
