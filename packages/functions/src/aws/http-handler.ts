import { withCorrelation } from "@yigong/core/lib/correlation.ts";
import type { APIGatewayProxyEventV2, APIGatewayProxyResultV2 } from "aws-lambda";
import type { Env, Hono, Schema } from "hono";
import { handle, type LambdaContext } from "hono/aws-lambda";
import type { Runtime } from "./event-handler.ts";

/** A Lambda handler of API Gateway's events. The gateway's request id is the correlation of all that the request causes. */
export const onHttp = <E extends Env, S extends Schema>(
  { wake, invocation }: Omit<Runtime, "observe">,
  app: Hono<E, S, "/">,
) => {
  const answer = handle(app);
  return (event: APIGatewayProxyEventV2, context: LambdaContext): Promise<APIGatewayProxyResultV2> =>
    invocation(context, () =>
      withCorrelation(event.requestContext.requestId, async () => {
        try {
          return (await answer(event as never, context)) as APIGatewayProxyResultV2;
        } finally {
          await wake.flush();
        }
      }),
    );
};
