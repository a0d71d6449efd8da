/** An error of the API; `name` is AWS's, which SDK clients report as the error's name. */
export class Fault extends Error {
  constructor(name: string, message: string) {
    super(message);
    this.name = name;
  }
}

/** The failure of a state, as Retry and Catch match it. */
export interface Failure {
  readonly error?: string;
  readonly cause?: string;
  /** A missed heartbeat is recorded as States.Timeout but is also matched by States.HeartbeatTimeout. */
  readonly heartbeat?: boolean;
  /** The data-limit error of a task's own result, which AWS lets States.ALL catch. */
  readonly ofTaskResult?: boolean;
}

/** Thrown by the evaluation of a state; fails the state. */
export class StateFailed extends Error {
  readonly failure: Failure;
  /** The field, as in `Output/total`; when set, history gets an EvaluationFailed event. */
  readonly location: string | undefined;

  constructor(failure: Failure, location?: string) {
    super(failure.cause ?? failure.error ?? "failed");
    this.failure = failure;
    this.location = location;
  }
}
