import {
  App,
  DefaultTokenResolver,
  type IPostProcessor,
  type IResolvable,
  type IResolveContext,
  Stack,
  StringConcat,
  Tokenization,
} from "aws-cdk-lib";
import { type IFunction, Function as Lambda } from "aws-cdk-lib/aws-lambda";
import { type IChainable, QueryLanguage, StateGraph } from "aws-cdk-lib/aws-stepfunctions";

/** Stands for the account until a deployment links real ARNs in. */
export const PLACEHOLDER_ACCOUNT = "000000000000";
const PSEUDO: Record<string, string> = {
  "AWS::Partition": "aws",
  "AWS::Region": "us-east-1",
  "AWS::AccountId": PLACEHOLDER_ACCOUNT,
};

/** A state machine as plain Amazon States Language, and the IAM statements that its role needs. */
export interface Workflow {
  name: string;
  definition: { QueryLanguage: "JSONata"; StartAt: string; States: Record<string, Record<string, unknown>> };
  statements: unknown[];
}

/** Writes CDK's pseudo parameters as placeholders; anything else that is not plain JSON is a mistake. */
class PlainResolver extends DefaultTokenResolver {
  constructor() {
    super(new StringConcat());
  }

  override resolveToken(token: IResolvable, context: IResolveContext, postProcessor: IPostProcessor): unknown {
    const resolved: unknown = super.resolveToken(token, context, postProcessor);
    if (typeof resolved !== "object" || resolved === null) return resolved;
    const reference = "Ref" in resolved ? PSEUDO[String(resolved.Ref)] : undefined;
    if (reference !== undefined) return reference;
    if (Object.keys(resolved).some((key) => key === "Ref" || key.startsWith("Fn::")))
      throw new Error(`not plain JSON: ${JSON.stringify(resolved)}`);
    return resolved;
  }
}

/**
 * Builds a state machine written with aws-cdk-lib to plain JSONata ASL; deploys nothing.
 *
 * @param author - makes the states; `lambda(name)` stands for a function, by the last segment of its ARN
 */
export function workflow<Task extends string>(
  name: string,
  author: (scope: Stack, lambda: (task: Task) => IFunction) => IChainable,
): Workflow {
  const scope = new Stack(new App(), name, { env: { account: PLACEHOLDER_ACCOUNT, region: "us-east-1" } });
  const arn = (task: string) => `arn:aws:lambda:us-east-1:${PLACEHOLDER_ACCOUNT}:function:${task}`;
  const lambda = (task: Task) => Lambda.fromFunctionArn(scope, `${task}Lambda`, arn(task));
  const graph = new StateGraph(author(scope, lambda).startState, name);
  const plain = (value: unknown): unknown =>
    Tokenization.resolve(value, { scope, resolver: new PlainResolver(), preparing: false });
  const body = plain(graph.toGraphJson(QueryLanguage.JSONATA)) as object;
  return {
    name,
    definition: { Comment: name, QueryLanguage: "JSONata", ...body } as unknown as Workflow["definition"],
    statements: plain(graph.policyStatements.map((statement) => statement.toStatementJson())) as unknown[],
  };
}
