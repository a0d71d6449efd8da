import { production } from "./deployment.ts";
import { origin } from "./gateway.ts";

/**
 * Private, HTTPS only. Without versions: an object is written once under a key of its own, and what a person has
 * erased must be gone.
 */
export const files = new sst.aws.Bucket("Files", {
  versioning: false,
  // A page posts the upload form itself, and is led here for an answer that is too large to be sent as such.
  cors: { allowOrigins: [origin], allowMethods: ["POST", "GET"], allowHeaders: ["content-type"], exposeHeaders: [] },
  lifecycle: [
    { id: "quarantine", prefix: "quarantine/", expiresIn: "7 days" },
    // Answers that were too large to be sent as such; a link to one is good for two hours.
    { id: "downloads", prefix: "serving/downloads/", expiresIn: "1 day" },
  ],
  transform: {
    bucket: (args, options) => {
      args.forceDestroy = !production;
      options.retainOnDelete = production;
      return undefined;
    },
    lifecycle: (args) => {
      args.rules = $output(args.rules).apply((rules) => [
        ...(rules ?? []),
        {
          id: "uploads-left-off",
          status: "Enabled",
          filter: {},
          abortIncompleteMultipartUpload: { daysAfterInitiation: 1 },
        },
      ]);
      return undefined;
    },
  },
});

new aws.s3.BucketServerSideEncryptionConfiguration("FilesEncryption", {
  bucket: files.name,
  rules: [{ applyServerSideEncryptionByDefault: { sseAlgorithm: "AES256" } }],
});
