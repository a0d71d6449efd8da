import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { statementsIn } from "../../tools/sst-offline/stack.ts";
import { each, stacks } from "./stacks.ts";

const BUILT = new URL("../../packages/web/dist/assets", import.meta.url);
type Stack = (typeof stacks)["production"];
/** Bundles of functions are such objects, too. */
const assetsOf = (stack: Stack) =>
  stack.of("aws:s3/bucketObjectv2:BucketObjectv2").filter(({ name }) => name.startsWith("Web-"));

describe.each(each)("the apps, %s", (_, stack) => {
  it("are beside the function that answers people, which serves them to whoever has no CDN", () => {
    const folder = stack.builds.find(({ name }) => name === "Api")?.folder ?? "";

    for (const app of ["phone", "console"]) expect(existsSync(join(folder, `web/${app}.html`))).toBe(true);
    expect(readdirSync(join(folder, "web/assets")).sort()).toEqual(readdirSync(BUILT).sort());
  });
});

describe("where there is CloudFront", () => {
  const stack = stacks.production;

  it("each asset is put into a bucket once and for good, and stays for pages that are open", () => {
    const objects = assetsOf(stack);

    expect(objects.map(({ inputs }) => inputs.key).sort()).toEqual(
      readdirSync(BUILT)
        .map((name) => `assets/${name}`)
        .sort(),
    );
    for (const { inputs, options } of objects) {
      expect(inputs.cacheControl).toBe("public, max-age=31536000, immutable");
      expect(inputs.contentType).toMatch(/^text\/(javascript|css); charset=utf-8$/);
      expect(options.retainOnDelete).toBe(true);
    }
  });

  it("the bucket is open to CloudFront alone", () => {
    const policy = stack.one("aws:s3/bucketPolicy:BucketPolicy", "WebPolicy").inputs.policy;

    expect(statementsIn(policy)).toMatchObject([
      { Principal: { Service: "cloudfront.amazonaws.com" }, Action: ["s3:GetObject"], Condition: { StringEquals: {} } },
      { Effect: "Deny", Principal: "*", Condition: { Bool: { "aws:SecureTransport": "false" } } },
    ]);
    expect(stack.one("aws:s3/bucketPublicAccessBlock:BucketPublicAccessBlock", "WebPrivate").inputs).toMatchObject({
      blockPublicAcls: true,
      blockPublicPolicy: true,
      ignorePublicAcls: true,
      restrictPublicBuckets: true,
    });
    expect(stack.one("aws:cloudfront/distribution:Distribution", "WebDistribution").inputs).toMatchObject({
      defaultCacheBehavior: { viewerProtocolPolicy: "redirect-to-https", allowedMethods: ["GET", "HEAD"] },
    });
    expect(stack.links.Installation).toMatchObject({ cdn: "https://d-offline.cloudfront.net" });
  });
});

it("a company's own CDN takes its place, as in the mainland", () => {
  expect(assetsOf(stacks.mainland)).toEqual([]);
  expect(stacks.mainland.links.Installation).toMatchObject({ cdn: "https://cdn.example.com" });
});
