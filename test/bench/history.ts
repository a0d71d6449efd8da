import type { Machine } from "@yigong/local/machine.ts";

/** What AWS counts and bills of an activity's executions. */
export interface History {
  transitions: number;
  historyEvents: number;
}

interface Event {
  type: string;
}

/** Each state entered is a transition. */
const isTransition = ({ type }: Event): boolean => type.endsWith("StateEntered");

/** Reads the history of all executions of an activity, from the engine's own API. */
export async function historyOf({ engine }: Machine, activityId: string): Promise<History> {
  const { stateMachines } = (await engine.call("ListStateMachines", {})) as {
    stateMachines: { stateMachineArn: string }[];
  };
  const total = { transitions: 0, historyEvents: 0 };
  for (const { stateMachineArn } of stateMachines) {
    const { executions } = (await engine.call("ListExecutions", { stateMachineArn, maxResults: 1000 })) as {
      executions: { name: string; executionArn: string }[];
    };
    for (const { name, executionArn } of executions) {
      if (!name.startsWith(activityId)) continue;
      const input = { executionArn, maxResults: 1000 };
      const { events } = (await engine.call("GetExecutionHistory", input)) as { events: Event[] };
      const scheduled = events.filter(({ type }) => type === "TaskScheduled").length;
      const tasks = events.filter(({ type }) => type === "TaskStateEntered").length;
      total.historyEvents += events.length;
      total.transitions += events.filter(isTransition).length + (scheduled - tasks);
    }
  }
  return total;
}
