import { join } from "node:path";
import { documentClient } from "@yigong/core/lib/table.ts";
import { type LocalStore, openStore } from "@yigong/local/store/store.ts";
import { createTables } from "@yigong/local/store/tables.ts";
import type { Guard } from "@yigong/testing/iam/guard.ts";
import { type Asked, openS3 } from "@yigong/testing/s3.ts";
import { openAwsServer } from "./aws-server.ts";
import type { Deployment } from "./deployment.ts";
import type { Machines } from "./machines.ts";
import { openOutside } from "./outside.ts";
import { credentialsOf } from "./roles.ts";
import { dynamoService } from "./services/dynamodb.ts";
import { emailService, type Mail } from "./services/email.ts";
import { lambdaService } from "./services/lambda.ts";
import { statesService } from "./services/states.ts";

/** The two tables on a real store. */
export async function openTables({ tables }: Deployment, dataDir: string) {
  const env = { ...process.env, AWS_ENDPOINT_URL_DYNAMODB: undefined };
  const store = await openStore({ dataDir: join(dataDir, "store"), env, log: () => undefined });
  const client = documentClient({ config: store.config, dropAutoToken: store.dropAutoToken });
  await createTables(client, tables);
  return { store, table: { client, ...tables } };
}

interface NetworkDeps {
  guard: Guard;
  machines: Machines;
  store: LocalStore;
  /** Told of each request to the tables before it is done. */
  begin: (role: string, operation: string) => void;
}

/** All that functions speak to: AWS's services behind the guard, and the world outside. */
export async function openNetwork(deployment: Deployment, { guard, machines, store, begin }: NetworkDeps) {
  const { arnOf, functions } = deployment;
  const { engine, invoker, arns } = machines;
  const mails: Mail[] = [];
  const known = new Map([...functions.values()].map(({ deployed }) => [deployed.name, deployed.arn]));
  const outside = await openOutside();
  const s3 = await openBucket(deployment, { guard, now: () => new Date(engine.now()) });
  const key = store.reach.AWS_ACCESS_KEY_ID ?? "local";
  const tables = { endpoint: store.endpoint ?? "", key, tableArn: `${arnOf("dynamodb")}table/` };
  const aws = await openAwsServer(
    [...functions.keys()].map((name) => ({ name, ...credentialsOf(name) })),
    {
      dynamodb: dynamoService({ guard, ...tables, dropToken: store.dropAutoToken, begin }),
      states: statesService({ guard, engine, arns }),
      lambda: lambdaService({ guard, invoker, arnOf: (name) => known.get(name) }),
      ses: emailService({ guard, identityArn: `${arnOf("ses")}identity/`, sent: mails }),
    },
  );
  return {
    endpoints: { DYNAMODB: aws.url, SFN: aws.url, LAMBDA: aws.url, SESV2: aws.url, S3: s3.url },
    outside,
    objects: s3.objects,
    mails,
    close: () => Promise.all([aws.close(), s3.close(), outside.close()]),
  };
}

function openBucket({ functions, bucket, arnOf }: Deployment, { guard, now }: { guard: Guard; now: () => Date }) {
  const keys = [...functions.keys()].map((name) => ({ name, ...credentialsOf(name) }));
  const arn = `arn:${arnOf("s3").split(":")[1]}:s3:::${bucket}`;
  const allows = ({ accessKeyId, action, key }: Asked): boolean => {
    const role = keys.find((one) => one.accessKeyId === accessKeyId)?.name ?? "";
    return guard.allows(role, { action, resource: action === "s3:ListBucket" ? arn : `${arn}/${key}` });
  };
  return openS3({ bucket, keys, now, allows });
}
