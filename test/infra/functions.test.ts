import { describe, expect, it } from "vitest";
import { FUNCTIONS, type FunctionName } from "../../infra/catalogue.ts";
import { GRANTS } from "../../infra/grants.ts";
import { CardSettings } from "../../packages/functions/src/cards/cards-from-settings.ts";
import { SIGN_IN_SETTINGS } from "../../packages/functions/src/sign-in/ways-from-settings.ts";
import { each, stacks } from "./stacks.ts";

const LAMBDA = "aws:lambda/function:Function";
const names = Object.keys(FUNCTIONS) as FunctionName[];
const CHANNELS = ["OaKind", "OaUrl", "OaSecret", "SmtpUrl", "SmtpFrom", "SmsUrl", "SmsToken", "ImUrl", "ImToken"];

/** Those of an office system's app, for signing in and for its cards; the outbox sends cards and nobody signs in there. */
const OFFICES = Object.keys(CardSettings.shape);

const MANY: Partial<Record<string, readonly string[]>> = {
  Channels: CHANNELS,
  Offices: OFFICES,
  SignIn: SIGN_IN_SETTINGS.filter((setting) => !OFFICES.includes(setting)),
};

describe.each(each)("functions, %s", (_, stack) => {
  it("are those of the catalogue", () => {
    expect(
      stack
        .of(LAMBDA)
        .map(({ name }) => name)
        .sort(),
    ).toEqual(names.map((name) => `${name}Function`).sort());
  });

  it("run Node 24 on arm64, with half a gigabyte", () => {
    for (const { inputs } of stack.of(LAMBDA))
      expect(inputs).toMatchObject({ runtime: "nodejs24.x", architectures: ["arm64"], memorySize: 512 });
  });

  it("log JSON into a group of their own", () => {
    const groups = names.map(
      (name) => stack.lambda(name).inputs.loggingConfig as { logFormat: string; logGroup: string },
    );

    expect(new Set(groups.map(({ logFormat }) => logFormat))).toEqual(new Set(["JSON"]));
    expect(groups.map(({ logGroup }) => logGroup)).toEqual(
      names.map((name) => `/aws/lambda/yigong-${stack.stage}-${name}`),
    );
  });

  it("are linked to what their grant names, and nothing else", () => {
    for (const name of names) {
      const links = GRANTS[name].links.flatMap((link) => MANY[link] ?? [link]);
      const build = stack.builds.find((found) => found.name === name);

      expect(Object.keys(build?.links ?? {}).sort(), name).toEqual([...links].sort());
    }
  });

  it("are reached by the gateway or by schedules, never by an address of their own", () => {
    expect(stack.of("aws:lambda/functionUrl:FunctionUrl")).toEqual([]);
    expect(
      stack
        .of("aws:apigatewayv2/route:Route")
        .map(({ inputs }) => inputs.routeKey)
        .sort(),
    ).toEqual(["$default", "GET /s/{token}", "POST /s/{token}"]);
  });
});

describe("the outbox", () => {
  it("runs once at a time, and does not repeat what is a minute old", () => {
    const [config, ...others] = stacks.test.of("aws:lambda/functionEventInvokeConfig:FunctionEventInvokeConfig");

    expect(stacks.test.lambda("Outbox").inputs.reservedConcurrentExecutions).toBe(1);
    expect(config?.inputs).toEqual({
      functionName: stacks.test.lambda("Outbox").inputs.name,
      maximumEventAgeInSeconds: 60,
      maximumRetryAttempts: 0,
    });
    expect(others).toEqual([]);
  });
});

describe("the survey pages", () => {
  it("know neither who may sign in nor where messages go", () => {
    const links = stacks.test.builds.find(({ name }) => name === "SurveyPages")?.links ?? {};

    expect(Object.keys(links)).not.toEqual(expect.arrayContaining(["TokenSecret"]));
    expect(Object.keys(links).filter((link) => CHANNELS.includes(link))).toEqual([]);
  });
});
