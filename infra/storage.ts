import { keyAttributes, keysOf, TABLE_SHAPES, type TableShape } from "../packages/core/src/lib/table-shape.ts";
import { production } from "./deployment.ts";

const RECOVERY_DAYS = 35;

function table(name: string, shape: TableShape) {
  const { partition: hashKey, sort: rangeKey } = keysOf();
  const indexes = shape.indexes.map((index) => {
    const { partition, sort } = keysOf(index);
    return [index, { hashKey: partition, rangeKey: sort }] as const;
  });
  return new sst.aws.Dynamo(name, {
    fields: Object.fromEntries(keyAttributes(shape).map((key) => [key, "string" as const])),
    primaryIndex: { hashKey, rangeKey },
    globalIndexes: Object.fromEntries(indexes),
    deletionProtection: production,
    transform: {
      table: (args, options) => {
        args.pointInTimeRecovery = { enabled: true, recoveryPeriodInDays: RECOVERY_DAYS };
        args.serverSideEncryption = { enabled: true };
        options.retainOnDelete = production;
        options.protect = production;
        return undefined;
      },
    },
  });
}

export const alliance = table("Alliance", TABLE_SHAPES.alliance);
export const ledger = table("Ledger", TABLE_SHAPES.ledger);

// Belt and braces: no role is granted these, and nobody can be by mistake.
new aws.dynamodb.ResourcePolicy("LedgerIsAppendOnly", {
  resourceArn: ledger.arn,
  policy: aws.iam.getPolicyDocumentOutput({
    statements: [
      {
        sid: "AppendOnly",
        effect: "Deny",
        principals: [{ type: "AWS", identifiers: ["*"] }],
        actions: [
          "dynamodb:UpdateItem",
          "dynamodb:DeleteItem",
          "dynamodb:BatchWriteItem",
          "dynamodb:PartiQLInsert",
          "dynamodb:PartiQLUpdate",
          "dynamodb:PartiQLDelete",
        ],
        resources: [ledger.arn],
      },
    ],
  }).json,
});
