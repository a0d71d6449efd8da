import { withCorrelation } from "@yigong/core/lib/correlation.ts";
import type { APIGatewayProxyEventV2, APIGatewayProxyResultV2 } from "aws-lambda";
import type { Env, Hono, Schema } from "hono";
import { handle, type LambdaContext } from "hono/aws-lambda";
import type { Around } from "./invoked.ts";

/** An HTTP app as API Gateway calls it; the request's id there ties together what the request caused. */
export const onHttp = <E extends Env, S extends Schema>(
  { bell, invocation }: Omit<Around, "observe">,
  app: Hono<E, S, "/">,
) => {
  const answer = handle(app);
  return (event: APIGatewayProxyEventV2, context: LambdaContext): Promise<APIGatewayProxyResultV2> =>
    invocation(context, () =>
      withCorrelation(event.requestContext.requestId, async () => {
        try {
          return (await answer(event as never, context)) as APIGatewayProxyResultV2;
        } finally {
          await bell.pass();
        }
      }),
    );
};
