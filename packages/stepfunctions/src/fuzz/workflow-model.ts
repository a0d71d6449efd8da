/** Model of a random state machine: the input of both the translation to ASL and the reference interpreter. */
export type Expression =
  | { kind: "number"; value: number }
  | { kind: "input" }
  | { kind: "variable"; name: string }
  | { kind: "add"; left: Expression; right: Expression }
  | { kind: "list"; items: Expression[] };

export interface Handling {
  retry?: { errors: string[]; attempts: number; seconds: number };
  /** `ahead` is the target, counted forward from this state. */
  rescue?: { errors: string[]; ahead: number; assign?: [string, Expression] };
}

export type Step =
  | { kind: "pass"; assign?: [string, Expression]; output?: Expression }
  | { kind: "wait"; seconds: number }
  | { kind: "choice"; left: Expression; over: number; ahead: number }
  | { kind: "fail"; error: string }
  | ({ kind: "task"; fn: string; by: "invoke" | "function" | "token"; payload: Expression; assign?: string } & Handling)
  | ({ kind: "parallel"; branches: Step[][] } & Handling)
  | ({ kind: "map"; items: Expression; concurrency: number; distributed: boolean; body: Step[] } & Handling);

export const errors = ["odd", "busy", "no"];
