import { describe, expect, it } from "vitest";
import { stacks } from "./stacks.ts";

const { mainland, full } = stacks;

describe("a mainland region", () => {
  it("is a partition of its own: no ARN is of another", () => {
    const strays = mainland.resources
      .filter(({ inputs, outputs }) => JSON.stringify([inputs, outputs ?? {}]).includes("arn:aws:"))
      .map(({ urn }) => urn);

    expect(strays).toEqual([]);
    expect(JSON.stringify(mainland.builds.map(({ links }) => links))).not.toContain("arn:aws:");
    expect(JSON.stringify(mainland.resources)).toContain("arn:aws-cn:");
  });

  it("has neither scheduler nor traces, and mail by SMTP", () => {
    const text = JSON.stringify(mainland.resources);

    expect(mainland.resources.filter(({ type }) => /scheduler|xray|sesv2|cloudfront|route53/.test(type))).toEqual([]);
    expect(text).not.toMatch(/xray:|scheduler\.amazonaws|ses:Send/);
    for (const { inputs } of mainland.of("aws:lambda/function:Function"))
      expect(inputs.tracingConfig).toEqual({ mode: "PassThrough" });
    expect(mainland.links.Installation).toMatchObject({ mail: "smtp", origin: "https://volunteers.example.com" });
  });
});

describe("an installation with a domain and mail by SES", () => {
  it("is reached by its domain alone", () => {
    const domain = full.one("aws:apigatewayv2/domainName:DomainName", "GatewayDomainName").inputs;

    expect(domain).toMatchObject({
      domainName: "volunteers.example.com",
      domainNameConfiguration: { securityPolicy: "TLS_1_2", endpointType: "REGIONAL" },
    });
    expect(full.one("aws:apigatewayv2/api:Api", "GatewayApi").inputs.disableExecuteApiEndpoint).toBe(true);
    expect(full.links.Installation).toMatchObject({
      origin: "https://volunteers.example.com",
      zone: "Asia/Singapore",
      mail: "ses",
    });
  });

  it("sends from its own address, and from no other", () => {
    const sending = full
      .statements(full.one("aws:iam/role:Role", "OutboxRole"))
      .filter(({ Action }) => Action.some((action) => action.startsWith("ses:")));

    expect(sending).toEqual([
      {
        Effect: "Allow",
        Action: ["ses:SendRawEmail"],
        Resource: ["arn:aws:ses:ap-southeast-1:123456789012:identity/example.com"],
        Condition: { StringEquals: { "ses:FromAddress": "volunteers@example.com" } },
      },
    ]);
    expect(full.links.SmtpFrom).toMatchObject({ value: "volunteers@example.com" });
  });
});
