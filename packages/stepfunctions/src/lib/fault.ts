/** An error of the API, named as AWS names it: `name` is what an SDK client sees as the error's name. */
export class Fault extends Error {
  constructor(name: string, message: string) {
    super(message);
    this.name = name;
  }
}

/** Why a state failed, as its Retry and Catch see it. */
export interface Failure {
  readonly error?: string;
  readonly cause?: string;
  /** A missed heartbeat is recorded as States.Timeout but is also matched by States.HeartbeatTimeout. */
  readonly heartbeat?: boolean;
  /** The data-limit error of a task's own result, which AWS lets States.ALL catch. */
  readonly ofTaskResult?: boolean;
}

/** Thrown while a state is evaluated; the state fails with it. */
export class StateFailed extends Error {
  readonly failure: Failure;
  /** Set when history shall hold EvaluationFailed: the field, as in `Output/total`. */
  readonly location: string | undefined;

  constructor(failure: Failure, location?: string) {
    super(failure.cause ?? failure.error ?? "failed");
    this.failure = failure;
    this.location = location;
  }
}
