import { keyAttributes, TABLE_SHAPES } from "@yigong/core/lib/table-shape.ts";
import { describe, expect, it } from "vitest";
import { type Stack, statementsIn } from "../../tools/sst-offline/stack.ts";
import { each, stacks } from "./stacks.ts";

const TABLE = "aws:dynamodb/table:Table";
const shapes = [
  ["AllianceTable", TABLE_SHAPES.alliance],
  ["LedgerTable", TABLE_SHAPES.ledger],
] as const;

describe.each(each)("the tables, %s", (_, stack) => {
  it("are two, on demand, encrypted, and can be put back to any of the last 35 days", () => {
    const tables = stack.of(TABLE);

    expect(tables.map(({ name }) => name).sort()).toEqual(["AllianceTable", "LedgerTable"]);
    for (const { inputs } of tables)
      expect(inputs).toMatchObject({
        billingMode: "PAY_PER_REQUEST",
        pointInTimeRecovery: { enabled: true, recoveryPeriodInDays: 35 },
        serverSideEncryption: { enabled: true },
      });
  });

  it.each(shapes)("have the keys and indexes that one machine has: %s", (name, shape) => {
    const { inputs } = stack.one(TABLE, name);
    const indexes = inputs.globalSecondaryIndexes as Record<string, string>[];

    expect(inputs).toMatchObject({ hashKey: "pk", rangeKey: "sk" });
    expect(indexes).toEqual(
      shape.indexes.map((index) => ({
        name: index,
        hashKey: `${index}pk`,
        rangeKey: `${index}sk`,
        projectionType: "ALL",
      })),
    );
    expect(inputs.attributes).toEqual(keyAttributes(shape).map((key) => ({ name: key, type: "S" })));
  });

  it("let nobody change or take away what the ledger holds", () => {
    const { inputs } = stack.one("aws:dynamodb/resourcePolicy:ResourcePolicy", "LedgerIsAppendOnly");
    const [deny] = statementsIn(inputs.policy);

    expect(deny).toMatchObject({ Effect: "Deny", Principal: { AWS: "*" }, Resource: [inputs.resourceArn] });
    expect(deny).not.toHaveProperty("Condition");
    expect(deny?.Action).toEqual(
      expect.arrayContaining(["dynamodb:UpdateItem", "dynamodb:DeleteItem", "dynamodb:BatchWriteItem"]),
    );
    expect(String(inputs.resourceArn)).toMatch(/:table\/yigong-\w+-LedgerTable-/);
  });
});

describe("production", () => {
  it("keeps its tables and files, whatever is removed", () => {
    for (const { inputs, options } of stacks.production.of(TABLE)) {
      expect(inputs.deletionProtectionEnabled).toBe(true);
      expect(options).toMatchObject({ protect: true, retainOnDelete: true });
    }
    const bucket = stacks.production.one("aws:s3/bucket:Bucket", "FilesBucket");
    expect(bucket.inputs.forceDestroy).toBe(false);
    expect(bucket.options.retainOnDelete).toBe(true);
  });

  it("is the only stage that does", () => {
    for (const { inputs, options } of stacks.test.of(TABLE)) {
      expect(inputs.deletionProtectionEnabled).toBe(false);
      expect(options).toMatchObject({ protect: false, retainOnDelete: false });
    }
    expect(stacks.test.one("aws:s3/bucket:Bucket", "FilesBucket").inputs.forceDestroy).toBe(true);
  });
});

const policiesOf = (stack: Stack) =>
  stack
    .of("aws:s3/bucketPolicy:BucketPolicy")
    .filter(ofFiles)
    .flatMap(({ inputs }) => statementsIn(inputs.policy));
/** What belongs to the bucket of files; the apps' assets have one of their own. */
const ofFiles = ({ name }: { name: string }) => name.startsWith("Files");

describe.each(each)("the bucket of files, %s", (_, stack) => {
  it("is open to nobody", () => {
    const blocks = stack.of("aws:s3/bucketPublicAccessBlock:BucketPublicAccessBlock").filter(ofFiles);
    const policies = policiesOf(stack);

    expect(stack.of("aws:s3/bucket:Bucket").filter(ofFiles)).toHaveLength(1);
    expect(blocks).toHaveLength(1);
    expect(blocks[0]?.inputs).toMatchObject({
      blockPublicAcls: true,
      blockPublicPolicy: true,
      ignorePublicAcls: true,
      restrictPublicBuckets: true,
    });
    expect(policies.map(({ Effect }) => Effect)).toEqual(["Deny"]);
  });

  it("speaks HTTPS only, and is encrypted", () => {
    const policies = policiesOf(stack);
    const [encryption] = stack.of(
      "aws:s3/bucketServerSideEncryptionConfiguration:BucketServerSideEncryptionConfiguration",
    );

    expect(policies).toMatchObject([
      { Principal: "*", Action: ["s3:*"], Condition: { Bool: { "aws:SecureTransport": "false" } } },
    ]);
    expect(encryption?.inputs.rules).toEqual([{ applyServerSideEncryptionByDefault: { sseAlgorithm: "AES256" } }]);
  });

  it("takes forms from and gives answers to our own pages only, and forgets what was never served", () => {
    const [cors] = stack.of("aws:s3/bucketCorsConfiguration:BucketCorsConfiguration");
    const [lifecycle] = stack.of("aws:s3/bucketLifecycleConfiguration:BucketLifecycleConfiguration");

    expect(cors?.inputs.corsRules).toMatchObject([
      { allowedMethods: ["POST", "GET"], allowedOrigins: [stack.links.Installation?.origin] },
    ]);
    expect(lifecycle?.inputs.rules).toMatchObject([
      { status: "Enabled", filter: { prefix: "quarantine/" }, expiration: { days: 7 } },
      { status: "Enabled", filter: { prefix: "serving/downloads/" }, expiration: { days: 1 } },
      { status: "Enabled", abortIncompleteMultipartUpload: { daysAfterInitiation: 1 } },
    ]);
  });
});
