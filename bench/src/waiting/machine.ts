import { type Engine, openEngine } from "../../../packages/stepfunctions/src/index.ts";

/** Waits on a token for up to 300 days, then goes on through two more states. */
const definition = {
  QueryLanguage: "JSONata",
  StartAt: "Ask",
  States: {
    Ask: {
      Type: "Task",
      Resource: "arn:aws:states:::lambda:invoke.waitForTaskToken",
      TimeoutSeconds: 25_920_000,
      Arguments: {
        FunctionName: "arn:aws:lambda:us-east-1:000000000000:function:ask",
        Payload: { token: "{% $states.context.Task.Token %}", activity: "{% $states.input.activity %}" },
      },
      Assign: { answer: "{% $states.result.answer %}" },
      Next: "Note",
    },
    Note: { Type: "Pass", Output: { answer: "{% $answer %}" }, Next: "Done" },
    Done: { Type: "Succeed" },
  },
};

/** The engine on a file; `asked` hears each token with the activity that it was made for. */
export const openWaiting = (path: string, asked: (activity: number, token: string) => void): Engine =>
  openEngine({
    path,
    time: { kind: "real" },
    invoke: async (_, payload) => {
      const { activity, token } = payload as { activity: number; token: string };
      asked(activity, token);
      return null;
    },
  });

export async function createMachine(engine: Engine): Promise<string> {
  const { stateMachineArn } = (await engine.call("CreateStateMachine", {
    name: "waiting",
    roleArn: "arn:aws:iam::000000000000:role/bench",
    definition: JSON.stringify(definition),
  })) as { stateMachineArn: string };
  return stateMachineArn;
}
