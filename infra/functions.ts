import { cp } from "node:fs/promises";
import { join } from "node:path";
import { type Deployed, FUNCTIONS, type FunctionName, HANDLERS, MACHINES } from "./catalogue.ts";
import { copyPackagesBeside } from "./copy-packages.ts";
import { definitions } from "./definitions.ts";
import { arnOf, installation, prefix, traits } from "./deployment.ts";
import { files } from "./files.ts";
import { origin } from "./gateway.ts";
import { GRANTS, type Link } from "./grants.ts";
import { mail } from "./mail.ts";
import { channels, keys, offices, signIn } from "./secrets.ts";
import { type Places, statementsOf } from "./statements.ts";
import { alliance, ledger } from "./storage.ts";
import { BUILT, cdn } from "./web.ts";

type Arn = $util.Output<string>;

/** A machine needs its functions and the outbox its machines: their ARNs follow from their names. */
export const machineName = (name: keyof typeof MACHINES) => `${prefix}-${MACHINES[name].file}`;
const machineArn = (name: keyof typeof MACHINES) => arnOf("states", `stateMachine:${machineName(name)}`);

export const machines = { ActivityLifecycle: machineArn("ActivityLifecycle"), AwardRun: machineArn("AwardRun") };

const linkable = {
  Alliance: [alliance],
  Ledger: [ledger],
  Files: [files],
  ActivityLifecycle: [new sst.Linkable("ActivityLifecycle", { properties: { arn: machines.ActivityLifecycle } })],
  AwardRun: [new sst.Linkable("AwardRun", { properties: { arn: machines.AwardRun } })],
  Definitions: [new sst.Linkable("Definitions", { properties: definitions })],
  Installation: [
    new sst.Linkable("Installation", {
      properties: {
        origin,
        zone: installation.zone,
        mail: installation.mail,
        cdn,
        quietHours: installation.quietHours,
      },
    }),
  ],
  TokenSecret: [keys.TokenSecret],
  SurveySecret: [keys.SurveySecret],
  CheckInSecret: [keys.CheckInSecret],
  Channels: Object.values(channels),
  Offices: Object.values(offices),
  SignIn: Object.values(signIn),
} satisfies Record<Exclude<Link, "Outbox">, object[]>;

const under = (base: Arn, part: string): Arn => $interpolate`${base}${part}`;

function deploy(name: FunctionName, outbox?: sst.aws.Function): sst.aws.Function {
  const { handler, timeout, memory, splitting = false, install, files: beside = [] }: Deployed = FUNCTIONS[name];
  const group = `/aws/lambda/${prefix}-${name}`;
  const places: Places<Arn> = {
    alliance: alliance.arn,
    ledger: ledger.arn,
    files: files.arn,
    outbox: outbox?.arn ?? $output(""),
    machines,
    logs: arnOf("logs", `log-group:${group}`),
    mail,
    traces: traits.traces,
  };
  const links = { ...linkable, Outbox: outbox ? [outbox] : [] };
  return new sst.aws.Function(name, {
    handler: `${HANDLERS}/${handler}`,
    timeout,
    ...(memory ? { memory } : {}),
    link: GRANTS[name].links.flatMap((link): object[] => links[link]),
    permissions: statementsOf(GRANTS[name], places, under, $output("*")),
    hook: {
      postbuild: async (bundle) => {
        await copyPackagesBeside(bundle, beside);
        if (name === "Api") await cp(BUILT, join(bundle, "web"), { recursive: true });
      },
    },
    // Names of functions and classes are said by nobody: errors say theirs themselves. Kept, they were 71 kB of each bundle.
    nodejs: { minify: true, esbuild: { keepNames: false }, splitting, ...(install ? { install: { ...install } } : {}) },
    // Two runs of the outbox at a time could send the same effect twice; what waits a minute is taken by the sweep.
    ...(name === "Outbox" ? { concurrency: { reserved: 1 }, retries: 0 } : {}),
    transform: {
      logGroup: (args) => {
        args.name = group;
        return undefined;
      },
      eventInvokeConfig: (args) => {
        args.maximumEventAgeInSeconds = 60;
        return undefined;
      },
    },
  });
}

const outbox = deploy("Outbox");
const others = (Object.keys(FUNCTIONS) as FunctionName[]).filter((name) => name !== "Outbox");

/** Every function, by its name. */
export const functions = {
  ...Object.fromEntries(others.map((name) => [name, deploy(name, outbox)])),
  Outbox: outbox,
} as Record<FunctionName, sst.aws.Function>;
