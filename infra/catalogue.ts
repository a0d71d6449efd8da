import functions from "../packages/functions/package.json" with { type: "json" };

type Minutes = `${number} minutes`;
type Seconds = `${number} seconds`;

/** One function: the export it runs, beside the other handlers, and what differs from the defaults. */
export interface Deployed {
  handler: `${string}.${string}`;
  timeout: Minutes | Seconds;
  memory?: `${number} MB`;
  /** Installed beside the bundle instead of bundled, because it has parts in machine code. */
  install?: Readonly<Record<string, string>>;
  /** What only some calls need is loaded when they come. */
  splitting?: boolean;
  /** Read while it runs, as `import.meta.resolve` finds them: copied to `node_modules` beside the bundle. */
  files?: readonly string[];
}

export const HANDLERS = "packages/functions/src/aws/lambda";

const FONTS = ["400Regular/NotoSansSC_400Regular.ttf", "700Bold/NotoSansSC_700Bold.ttf"].map(
  (file) => `@expo-google-fonts/noto-sans-sc/${file}`,
);
const SWAGGER = ["swagger-ui.css", "swagger-ui-bundle.js"].map((file) => `swagger-ui-dist/${file}`);

const lifecycle = (state: string) => ({ handler: `activity-lifecycle.${state}`, timeout: "5 minutes" }) as const;
const awardRun = (state: string) => ({ handler: `award-run.${state}`, timeout: "15 minutes" }) as const;
const job = (name: string) => ({ handler: `jobs.${name}`, timeout: "5 minutes" }) as const;

/** Every function, by the name that `Resource` and the state machines know it by. */
export const FUNCTIONS = {
  Propose: lifecycle("Propose"),
  Recruit: lifecycle("Recruit"),
  Cover: lifecycle("Cover"),
  Execute: lifecycle("Execute"),
  Archive: lifecycle("Archive"),
  Survey: lifecycle("Survey"),
  Award: lifecycle("Award"),
  Freeze: awardRun("Freeze"),
  CountShard: awardRun("CountShard"),
  Rank: awardRun("Rank"),
  Committee: { ...awardRun("Committee"), files: FONTS },
  Notice: awardRun("Notice"),
  Publish: { ...awardRun("Publish"), files: FONTS },
  // The gateway answers after 30 seconds; what was begun may still end.
  Api: { handler: "api.handler", timeout: "60 seconds", splitting: true, files: [...FONTS, ...SWAGGER] },
  SurveyPages: { handler: "survey-pages.handler", timeout: "10 seconds" },
  Outbox: {
    handler: "outbox.handler",
    timeout: "5 minutes",
    splitting: true,
    install: { sharp: functions.dependencies.sharp },
  },
  Watchdog: job("Watchdog"),
  FinishImports: job("FinishImports"),
  ForgetServed: job("ForgetServed"),
  ExtendSeries: job("ExtendSeries"),
  LedgerRoot: job("LedgerRoot"),
  AwardJob: job("AwardJob"),
} as const satisfies Record<string, Deployed>;

export type FunctionName = keyof typeof FUNCTIONS;

/** Every state machine, by its built file and the name that `Resource` knows it by. */
export const MACHINES = {
  ActivityLifecycle: {
    file: "activity-lifecycle",
    tasks: ["Propose", "Recruit", "Cover", "Execute", "Archive", "Survey", "Award"],
  },
  AwardRun: { file: "award-run", tasks: ["Freeze", "CountShard", "Rank", "Committee", "Notice", "Publish"] },
} as const satisfies Record<string, { file: string; tasks: readonly FunctionName[] }>;

export type MachineName = keyof typeof MACHINES;
