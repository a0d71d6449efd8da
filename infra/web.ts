import { readdirSync } from "node:fs";
import { extname, join } from "node:path";
import { installation, production, traits } from "./deployment.ts";

/** Where `npm run build:web` puts the apps. */
export const BUILT = join($cli.paths.root, "packages/web/dist");

const TYPES: Record<string, string> = { ".js": "text/javascript; charset=utf-8", ".css": "text/css; charset=utf-8" };
/** Managed policies. @source CloudFront Developer Guide, Using the managed cache policies, response headers policies */
const CACHING_OPTIMIZED = "658327ea-f89d-4fab-a63d-7e88639e58f6";
const SIMPLE_CORS = "60669652-455b-4ae9-85a4-c4c02393f86c";

/**
 * The apps' assets in a private bucket behind CloudFront. Their names come from their content, so that those of earlier
 * versions stay for pages that are open.
 */
function cloudFront() {
  // Nothing is linked to it, so it is none of SST's: the types of links are the same in every region.
  const bucket = new aws.s3.Bucket("Web", { forceDestroy: !production }, { retainOnDelete: production });
  new aws.s3.BucketPublicAccessBlock("WebPrivate", {
    bucket: bucket.bucket,
    blockPublicAcls: true,
    blockPublicPolicy: true,
    ignorePublicAcls: true,
    restrictPublicBuckets: true,
  });
  for (const name of readdirSync(join(BUILT, "assets")))
    new aws.s3.BucketObjectv2(
      `Web-${name}`,
      {
        bucket: bucket.bucket,
        key: `assets/${name}`,
        source: new $util.asset.FileAsset(join(BUILT, "assets", name)),
        contentType: TYPES[extname(name)] ?? "application/octet-stream",
        cacheControl: "public, max-age=31536000, immutable",
      },
      { retainOnDelete: true },
    );
  const access = new aws.cloudfront.OriginAccessControl("WebAccess", {
    originAccessControlOriginType: "s3",
    signingBehavior: "always",
    signingProtocol: "sigv4",
  });
  const distribution = new aws.cloudfront.Distribution(
    "WebDistribution",
    {
      enabled: true,
      httpVersion: "http2and3",
      priceClass: "PriceClass_All",
      origins: [
        {
          originId: "web",
          domainName: bucket.bucketRegionalDomainName,
          originAccessControlId: access.id,
        },
      ],
      defaultCacheBehavior: {
        targetOriginId: "web",
        viewerProtocolPolicy: "redirect-to-https",
        allowedMethods: ["GET", "HEAD"],
        cachedMethods: ["GET", "HEAD"],
        compress: true,
        cachePolicyId: CACHING_OPTIMIZED,
        responseHeadersPolicyId: SIMPLE_CORS,
      },
      restrictions: { geoRestriction: { restrictionType: "none" } },
      viewerCertificate: { cloudfrontDefaultCertificate: true },
    },
    { retainOnDelete: production },
  );
  new aws.s3.BucketPolicy("WebPolicy", {
    bucket: bucket.bucket,
    policy: aws.iam.getPolicyDocumentOutput({
      statements: [
        {
          sid: "ForCloudFront",
          principals: [{ type: "Service", identifiers: ["cloudfront.amazonaws.com"] }],
          actions: ["s3:GetObject"],
          resources: [$interpolate`${bucket.arn}/assets/*`],
          conditions: [{ test: "StringEquals", variable: "AWS:SourceArn", values: [distribution.arn] }],
        },
        {
          sid: "TlsOnly",
          effect: "Deny",
          principals: [{ type: "*", identifiers: ["*"] }],
          actions: ["s3:*"],
          resources: [bucket.arn, $interpolate`${bucket.arn}/*`],
          conditions: [{ test: "Bool", variable: "aws:SecureTransport", values: ["false"] }],
        },
      ],
    }).json,
  });
  return $interpolate`https://${distribution.domainName}`;
}

const usesCloudFront = installation.cdn === undefined && traits.cloudFront;

/** Origin from which the apps' assets come, empty where it is the API. */
export const cdn: $util.Input<string> = usesCloudFront
  ? cloudFront()
  : installation.cdn === undefined || installation.cdn === "none"
    ? ""
    : installation.cdn;
