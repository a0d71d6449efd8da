PRAGMA user_version = 1;
CREATE TABLE meta (name TEXT PRIMARY KEY, value ANY) STRICT, WITHOUT ROWID;
CREATE TABLE definition (id INTEGER PRIMARY KEY, text TEXT NOT NULL) STRICT;
CREATE TABLE machine (
  arn TEXT PRIMARY KEY, name TEXT NOT NULL, definition INTEGER NOT NULL, role TEXT NOT NULL, status TEXT NOT NULL,
  created INTEGER NOT NULL, updated INTEGER NOT NULL, revision TEXT NOT NULL, settings TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE TABLE execution (
  id INTEGER PRIMARY KEY, arn TEXT NOT NULL UNIQUE, machine TEXT NOT NULL, status TEXT NOT NULL,
  started INTEGER NOT NULL, stopped INTEGER, data TEXT NOT NULL, input TEXT NOT NULL, output TEXT
) STRICT;
CREATE INDEX execution_by_machine ON execution (machine, started, id);
CREATE TABLE progress (
  execution INTEGER PRIMARY KEY, active INTEGER NOT NULL, event INTEGER NOT NULL, branch INTEGER NOT NULL,
  attempt INTEGER NOT NULL
) STRICT;
CREATE INDEX progress_active ON progress (execution) WHERE active = 1;
CREATE TABLE branch (
  execution INTEGER NOT NULL, id INTEGER NOT NULL, due INTEGER, data TEXT NOT NULL, input TEXT NOT NULL,
  variables TEXT NOT NULL, work TEXT, PRIMARY KEY (execution, id)
) STRICT, WITHOUT ROWID;
CREATE INDEX branch_due ON branch (due) WHERE due IS NOT NULL;
CREATE TABLE history (execution INTEGER NOT NULL, first INTEGER NOT NULL, events TEXT NOT NULL) STRICT;
CREATE INDEX history_by_execution ON history (execution, first);
INSERT INTO meta VALUES ('clock', 1799200800000);
INSERT INTO meta VALUES ('secret', 'c891a8512b61ea5c7238c8ebfb4fe45dfe61f1542da3e32103c73cc3267c5809');
INSERT INTO definition VALUES (1, '{
  "Comment": "activity-lifecycle",
  "QueryLanguage": "JSONata",
  "StartAt": "Begin",
  "States": {
    "Begin": {
      "Type": "Choice",
      "Choices": [
        {
          "Condition": "{% $states.input.stage = ''Propose'' %}",
          "Assign": {
            "activityId": "{% $states.input.activityId %}",
            "generation": "{% $states.input.generation %}",
            "plan": "{% $states.input.plan %}",
            "visit": 0,
            "correlation": "{% $exists($states.input.correlation) ? $states.input.correlation : $states.context.Execution.Name %}"
          },
          "Next": "Propose"
        },
        {
          "Condition": "{% $states.input.stage = ''Cover'' %}",
          "Assign": {
            "activityId": "{% $states.input.activityId %}",
            "generation": "{% $states.input.generation %}",
            "plan": "{% $states.input.plan %}",
            "visit": 0,
            "correlation": "{% $exists($states.input.correlation) ? $states.input.correlation : $states.context.Execution.Name %}"
          },
          "Next": "Cover"
        },
        {
          "Condition": "{% $states.input.stage = ''Execute'' %}",
          "Assign": {
            "activityId": "{% $states.input.activityId %}",
            "generation": "{% $states.input.generation %}",
            "plan": "{% $states.input.plan %}",
            "visit": 0,
            "correlation": "{% $exists($states.input.correlation) ? $states.input.correlation : $states.context.Execution.Name %}"
          },
          "Next": "Execute"
        },
        {
          "Condition": "{% $states.input.stage = ''Archive'' %}",
          "Assign": {
            "activityId": "{% $states.input.activityId %}",
            "generation": "{% $states.input.generation %}",
            "plan": "{% $states.input.plan %}",
            "visit": 0,
            "correlation": "{% $exists($states.input.correlation) ? $states.input.correlation : $states.context.Execution.Name %}"
          },
          "Next": "Archive"
        },
        {
          "Condition": "{% $states.input.stage = ''Survey'' %}",
          "Assign": {
            "activityId": "{% $states.input.activityId %}",
            "generation": "{% $states.input.generation %}",
            "plan": "{% $states.input.plan %}",
            "visit": 0,
            "correlation": "{% $exists($states.input.correlation) ? $states.input.correlation : $states.context.Execution.Name %}"
          },
          "Next": "Survey"
        },
        {
          "Condition": "{% $states.input.stage = ''Award'' %}",
          "Assign": {
            "activityId": "{% $states.input.activityId %}",
            "generation": "{% $states.input.generation %}",
            "plan": "{% $states.input.plan %}",
            "visit": 0,
            "correlation": "{% $exists($states.input.correlation) ? $states.input.correlation : $states.context.Execution.Name %}"
          },
          "Next": "Award"
        }
      ],
      "Default": "Recruit",
      "Assign": {
        "activityId": "{% $states.input.activityId %}",
        "generation": "{% $states.input.generation %}",
        "plan": "{% $states.input.plan %}",
        "visit": 0,
        "correlation": "{% $exists($states.input.correlation) ? $states.input.correlation : $states.context.Execution.Name %}"
      }
    },
    "Recruit": {
      "Next": "Cover",
      "Retry": [
        {
          "ErrorEquals": [
            "Lambda.ServiceException",
            "Lambda.AWSLambdaException",
            "Lambda.SdkClientException",
            "Lambda.ClientExecutionTimeoutException",
            "Lambda.TooManyRequestsException",
            "Lambda.Unknown",
            "Sandbox.Timedout",
            "store.busy",
            "store.unavailable",
            "attendance.busy",
            "award.busy",
            "certificate.busy",
            "cover.busy",
            "leave.busy",
            "lifecycle.busy",
            "participation.busy",
            "roster.busy",
            "survey.busy"
          ],
          "IntervalSeconds": 1,
          "MaxAttempts": 10,
          "BackoffRate": 2,
          "MaxDelaySeconds": 300,
          "JitterStrategy": "FULL"
        }
      ],
      "Catch": [
        {
          "Assign": {
            "visit": "{% $visit + 1 %}"
          },
          "ErrorEquals": [
            "States.Timeout"
          ],
          "Next": "Cover"
        },
        {
          "Assign": {
            "visit": "{% $visit + 1 %}",
            "plan": "{% $parse($states.errorOutput.Cause).plan %}"
          },
          "ErrorEquals": [
            "stage.changed"
          ],
          "Next": "Recruit"
        },
        {
          "Assign": {
            "visit": "{% $visit + 1 %}"
          },
          "ErrorEquals": [
            "stage.early"
          ],
          "Next": "Propose"
        },
        {
          "ErrorEquals": [
            "activity.cancelled"
          ],
          "Next": "Cancelled"
        },
        {
          "ErrorEquals": [
            "lifecycle.superseded"
          ],
          "Next": "Superseded"
        },
        {
          "Assign": {
            "problem": "{% $states.errorOutput %}"
          },
          "ErrorEquals": [
            "States.ALL"
          ],
          "Next": "Stopped"
        }
      ],
      "Type": "Task",
      "TimeoutSeconds": "{% ($at := $toMillis($states.context.State.EnteredTime); $next := $min($lookup($plan, ''Recruit'')[$toMillis($) > $at].$toMillis($)); $exists($next) ? $max([30, $min([$ceil(($next - $at) / 1000) + 1, 25920000])]) : 3600) %}",
      "Arguments": {
        "FunctionName": "arn:aws:lambda:us-east-1:000000000000:function:Recruit",
        "Payload": {
          "token": "{% $states.context.Task.Token %}",
          "at": "{% $states.context.State.EnteredTime %}",
          "attempt": "{% $states.context.State.RetryCount %}",
          "activityId": "{% $activityId %}",
          "generation": "{% $generation %}",
          "visit": "{% $visit %}",
          "plan": "{% $plan %}",
          "correlation": "{% $correlation %}"
        }
      },
      "Assign": {
        "visit": "{% $visit + 1 %}",
        "plan": "{% $states.result.plan %}"
      },
      "Resource": "arn:aws:states:::lambda:invoke.waitForTaskToken"
    },
    "Propose": {
      "Next": "Recruit",
      "Retry": [
        {
          "ErrorEquals": [
            "Lambda.ServiceException",
            "Lambda.AWSLambdaException",
            "Lambda.SdkClientException",
            "Lambda.ClientExecutionTimeoutException",
            "Lambda.TooManyRequestsException",
            "Lambda.Unknown",
            "Sandbox.Timedout",
            "store.busy",
            "store.unavailable",
            "attendance.busy",
            "award.busy",
            "certificate.busy",
            "cover.busy",
            "leave.busy",
            "lifecycle.busy",
            "participation.busy",
            "roster.busy",
            "survey.busy"
          ],
          "IntervalSeconds": 1,
          "MaxAttempts": 10,
          "BackoffRate": 2,
          "MaxDelaySeconds": 300,
          "JitterStrategy": "FULL"
        }
      ],
      "Catch": [
        {
          "Assign": {
            "visit": "{% $visit + 1 %}"
          },
          "ErrorEquals": [
            "States.Timeout"
          ],
          "Next": "Propose"
        },
        {
          "Assign": {
            "visit": "{% $visit + 1 %}",
            "plan": "{% $parse($states.errorOutput.Cause).plan %}"
          },
          "ErrorEquals": [
            "stage.changed"
          ],
          "Next": "Propose"
        },
        {
          "ErrorEquals": [
            "activity.cancelled"
          ],
          "Next": "Cancelled"
        },
        {
          "ErrorEquals": [
            "lifecycle.superseded"
          ],
          "Next": "Superseded"
        },
        {
          "Assign": {
            "problem": "{% $states.errorOutput %}"
          },
          "ErrorEquals": [
            "States.ALL"
          ],
          "Next": "Stopped"
        }
      ],
      "Type": "Task",
      "TimeoutSeconds": "{% ($at := $toMillis($states.context.State.EnteredTime); $next := $min($lookup($plan, ''Propose'')[$toMillis($) > $at].$toMillis($)); $exists($next) ? $max([30, $min([$ceil(($next - $at) / 1000) + 1, 25920000])]) : 2592000) %}",
      "Arguments": {
        "FunctionName": "arn:aws:lambda:us-east-1:000000000000:function:Propose",
        "Payload": {
          "token": "{% $states.context.Task.Token %}",
          "at": "{% $states.context.State.EnteredTime %}",
          "attempt": "{% $states.context.State.RetryCount %}",
          "activityId": "{% $activityId %}",
          "generation": "{% $generation %}",
          "visit": "{% $visit %}",
          "plan": "{% $plan %}",
          "correlation": "{% $correlation %}"
        }
      },
      "Assign": {
        "visit": "{% $visit + 1 %}",
        "plan": "{% $states.result.plan %}"
      },
      "Resource": "arn:aws:states:::lambda:invoke.waitForTaskToken"
    },
    "Cancelled": {
      "Type": "Succeed",
      "Output": {
        "activityId": "{% $activityId %}",
        "outcome": "cancelled"
      }
    },
    "Cover": {
      "Next": "Execute",
      "Retry": [
        {
          "ErrorEquals": [
            "Lambda.ServiceException",
            "Lambda.AWSLambdaException",
            "Lambda.SdkClientException",
            "Lambda.ClientExecutionTimeoutException",
            "Lambda.TooManyRequestsException",
            "Lambda.Unknown",
            "Sandbox.Timedout",
            "store.busy",
            "store.unavailable",
            "attendance.busy",
            "award.busy",
            "certificate.busy",
            "cover.busy",
            "leave.busy",
            "lifecycle.busy",
            "participation.busy",
            "roster.busy",
            "survey.busy"
          ],
          "IntervalSeconds": 1,
          "MaxAttempts": 10,
          "BackoffRate": 2,
          "MaxDelaySeconds": 300,
          "JitterStrategy": "FULL"
        }
      ],
      "Catch": [
        {
          "Assign": {
            "visit": "{% $visit + 1 %}"
          },
          "ErrorEquals": [
            "States.Timeout"
          ],
          "Next": "Execute"
        },
        {
          "Assign": {
            "visit": "{% $visit + 1 %}",
            "plan": "{% $parse($states.errorOutput.Cause).plan %}"
          },
          "ErrorEquals": [
            "stage.changed"
          ],
          "Next": "Cover"
        },
        {
          "Assign": {
            "visit": "{% $visit + 1 %}"
          },
          "ErrorEquals": [
            "stage.early"
          ],
          "Next": "Recruit"
        },
        {
          "ErrorEquals": [
            "activity.cancelled"
          ],
          "Next": "Cancelled"
        },
        {
          "ErrorEquals": [
            "lifecycle.superseded"
          ],
          "Next": "Superseded"
        },
        {
          "Assign": {
            "problem": "{% $states.errorOutput %}"
          },
          "ErrorEquals": [
            "States.ALL"
          ],
          "Next": "Stopped"
        }
      ],
      "Type": "Task",
      "TimeoutSeconds": "{% ($at := $toMillis($states.context.State.EnteredTime); $next := $min($lookup($plan, ''Cover'')[$toMillis($) > $at].$toMillis($)); $exists($next) ? $max([30, $min([$ceil(($next - $at) / 1000) + 1, 25920000])]) : 3600) %}",
      "Arguments": {
        "FunctionName": "arn:aws:lambda:us-east-1:000000000000:function:Cover",
        "Payload": {
          "token": "{% $states.context.Task.Token %}",
          "at": "{% $states.context.State.EnteredTime %}",
          "attempt": "{% $states.context.State.RetryCount %}",
          "activityId": "{% $activityId %}",
          "generation": "{% $generation %}",
          "visit": "{% $visit %}",
          "plan": "{% $plan %}",
          "correlation": "{% $correlation %}"
        }
      },
      "Assign": {
        "visit": "{% $visit + 1 %}",
        "plan": "{% $states.result.plan %}"
      },
      "Resource": "arn:aws:states:::lambda:invoke.waitForTaskToken"
    },
    "Execute": {
      "Next": "Archive",
      "Retry": [
        {
          "ErrorEquals": [
            "Lambda.ServiceException",
            "Lambda.AWSLambdaException",
            "Lambda.SdkClientException",
            "Lambda.ClientExecutionTimeoutException",
            "Lambda.TooManyRequestsException",
            "Lambda.Unknown",
            "Sandbox.Timedout",
            "store.busy",
            "store.unavailable",
            "attendance.busy",
            "award.busy",
            "certificate.busy",
            "cover.busy",
            "leave.busy",
            "lifecycle.busy",
            "participation.busy",
            "roster.busy",
            "survey.busy"
          ],
          "IntervalSeconds": 1,
          "MaxAttempts": 10,
          "BackoffRate": 2,
          "MaxDelaySeconds": 300,
          "JitterStrategy": "FULL"
        }
      ],
      "Catch": [
        {
          "Assign": {
            "visit": "{% $visit + 1 %}"
          },
          "ErrorEquals": [
            "States.Timeout"
          ],
          "Next": "Archive"
        },
        {
          "Assign": {
            "visit": "{% $visit + 1 %}",
            "plan": "{% $parse($states.errorOutput.Cause).plan %}"
          },
          "ErrorEquals": [
            "stage.changed"
          ],
          "Next": "Execute"
        },
        {
          "Assign": {
            "visit": "{% $visit + 1 %}"
          },
          "ErrorEquals": [
            "stage.early"
          ],
          "Next": "Cover"
        },
        {
          "ErrorEquals": [
            "activity.cancelled"
          ],
          "Next": "Cancelled"
        },
        {
          "ErrorEquals": [
            "lifecycle.superseded"
          ],
          "Next": "Superseded"
        },
        {
          "Assign": {
            "problem": "{% $states.errorOutput %}"
          },
          "ErrorEquals": [
            "States.ALL"
          ],
          "Next": "Stopped"
        }
      ],
      "Type": "Task",
      "TimeoutSeconds": "{% ($at := $toMillis($states.context.State.EnteredTime); $next := $min($lookup($plan, ''Execute'')[$toMillis($) > $at].$toMillis($)); $exists($next) ? $max([30, $min([$ceil(($next - $at) / 1000) + 1, 25920000])]) : 3600) %}",
      "Arguments": {
        "FunctionName": "arn:aws:lambda:us-east-1:000000000000:function:Execute",
        "Payload": {
          "token": "{% $states.context.Task.Token %}",
          "at": "{% $states.context.State.EnteredTime %}",
          "attempt": "{% $states.context.State.RetryCount %}",
          "activityId": "{% $activityId %}",
          "generation": "{% $generation %}",
          "visit": "{% $visit %}",
          "plan": "{% $plan %}",
          "correlation": "{% $correlation %}"
        }
      },
      "Assign": {
        "visit": "{% $visit + 1 %}",
        "plan": "{% $states.result.plan %}"
      },
      "Resource": "arn:aws:states:::lambda:invoke.waitForTaskToken"
    },
    "Archive": {
      "Next": "Survey",
      "Retry": [
        {
          "ErrorEquals": [
            "Lambda.ServiceException",
            "Lambda.AWSLambdaException",
            "Lambda.SdkClientException",
            "Lambda.ClientExecutionTimeoutException",
            "Lambda.TooManyRequestsException",
            "Lambda.Unknown",
            "Sandbox.Timedout",
            "store.busy",
            "store.unavailable",
            "attendance.busy",
            "award.busy",
            "certificate.busy",
            "cover.busy",
            "leave.busy",
            "lifecycle.busy",
            "participation.busy",
            "roster.busy",
            "survey.busy"
          ],
          "IntervalSeconds": 1,
          "MaxAttempts": 10,
          "BackoffRate": 2,
          "MaxDelaySeconds": 300,
          "JitterStrategy": "FULL"
        }
      ],
      "Catch": [
        {
          "Assign": {
            "visit": "{% $visit + 1 %}"
          },
          "ErrorEquals": [
            "States.Timeout"
          ],
          "Next": "Archive"
        },
        {
          "Assign": {
            "visit": "{% $visit + 1 %}",
            "plan": "{% $parse($states.errorOutput.Cause).plan %}"
          },
          "ErrorEquals": [
            "stage.changed"
          ],
          "Next": "Archive"
        },
        {
          "Assign": {
            "visit": "{% $visit + 1 %}"
          },
          "ErrorEquals": [
            "stage.early"
          ],
          "Next": "Execute"
        },
        {
          "ErrorEquals": [
            "activity.cancelled"
          ],
          "Next": "Cancelled"
        },
        {
          "ErrorEquals": [
            "lifecycle.superseded"
          ],
          "Next": "Superseded"
        },
        {
          "Assign": {
            "problem": "{% $states.errorOutput %}"
          },
          "ErrorEquals": [
            "States.ALL"
          ],
          "Next": "Stopped"
        }
      ],
      "Type": "Task",
      "TimeoutSeconds": "{% ($at := $toMillis($states.context.State.EnteredTime); $next := $min($lookup($plan, ''Archive'')[$toMillis($) > $at].$toMillis($)); $exists($next) ? $max([30, $min([$ceil(($next - $at) / 1000) + 1, 25920000])]) : 2592000) %}",
      "Arguments": {
        "FunctionName": "arn:aws:lambda:us-east-1:000000000000:function:Archive",
        "Payload": {
          "token": "{% $states.context.Task.Token %}",
          "at": "{% $states.context.State.EnteredTime %}",
          "attempt": "{% $states.context.State.RetryCount %}",
          "activityId": "{% $activityId %}",
          "generation": "{% $generation %}",
          "visit": "{% $visit %}",
          "plan": "{% $plan %}",
          "correlation": "{% $correlation %}"
        }
      },
      "Assign": {
        "visit": "{% $visit + 1 %}",
        "plan": "{% $states.result.plan %}"
      },
      "Resource": "arn:aws:states:::lambda:invoke.waitForTaskToken"
    },
    "Survey": {
      "Next": "Award",
      "Retry": [
        {
          "ErrorEquals": [
            "Lambda.ServiceException",
            "Lambda.AWSLambdaException",
            "Lambda.SdkClientException",
            "Lambda.ClientExecutionTimeoutException",
            "Lambda.TooManyRequestsException",
            "Lambda.Unknown",
            "Sandbox.Timedout",
            "store.busy",
            "store.unavailable",
            "attendance.busy",
            "award.busy",
            "certificate.busy",
            "cover.busy",
            "leave.busy",
            "lifecycle.busy",
            "participation.busy",
            "roster.busy",
            "survey.busy"
          ],
          "IntervalSeconds": 1,
          "MaxAttempts": 10,
          "BackoffRate": 2,
          "MaxDelaySeconds": 300,
          "JitterStrategy": "FULL"
        }
      ],
      "Catch": [
        {
          "Assign": {
            "visit": "{% $visit + 1 %}"
          },
          "ErrorEquals": [
            "States.Timeout"
          ],
          "Next": "Award"
        },
        {
          "Assign": {
            "visit": "{% $visit + 1 %}",
            "plan": "{% $parse($states.errorOutput.Cause).plan %}"
          },
          "ErrorEquals": [
            "stage.changed"
          ],
          "Next": "Survey"
        },
        {
          "Assign": {
            "visit": "{% $visit + 1 %}"
          },
          "ErrorEquals": [
            "stage.early"
          ],
          "Next": "Archive"
        },
        {
          "ErrorEquals": [
            "activity.cancelled"
          ],
          "Next": "Cancelled"
        },
        {
          "ErrorEquals": [
            "lifecycle.superseded"
          ],
          "Next": "Superseded"
        },
        {
          "Assign": {
            "problem": "{% $states.errorOutput %}"
          },
          "ErrorEquals": [
            "States.ALL"
          ],
          "Next": "Stopped"
        }
      ],
      "Type": "Task",
      "TimeoutSeconds": "{% ($at := $toMillis($states.context.State.EnteredTime); $next := $min($lookup($plan, ''Survey'')[$toMillis($) > $at].$toMillis($)); $exists($next) ? $max([30, $min([$ceil(($next - $at) / 1000) + 1, 25920000])]) : 3600) %}",
      "Arguments": {
        "FunctionName": "arn:aws:lambda:us-east-1:000000000000:function:Survey",
        "Payload": {
          "token": "{% $states.context.Task.Token %}",
          "at": "{% $states.context.State.EnteredTime %}",
          "attempt": "{% $states.context.State.RetryCount %}",
          "activityId": "{% $activityId %}",
          "generation": "{% $generation %}",
          "visit": "{% $visit %}",
          "plan": "{% $plan %}",
          "correlation": "{% $correlation %}"
        }
      },
      "Assign": {
        "visit": "{% $visit + 1 %}",
        "plan": "{% $states.result.plan %}"
      },
      "Resource": "arn:aws:states:::lambda:invoke.waitForTaskToken"
    },
    "Award": {
      "Next": "Done",
      "Retry": [
        {
          "ErrorEquals": [
            "Lambda.ServiceException",
            "Lambda.AWSLambdaException",
            "Lambda.SdkClientException",
            "Lambda.ClientExecutionTimeoutException",
            "Lambda.TooManyRequestsException",
            "Lambda.Unknown",
            "Sandbox.Timedout",
            "store.busy",
            "store.unavailable",
            "attendance.busy",
            "award.busy",
            "certificate.busy",
            "cover.busy",
            "leave.busy",
            "lifecycle.busy",
            "participation.busy",
            "roster.busy",
            "survey.busy"
          ],
          "IntervalSeconds": 1,
          "MaxAttempts": 10,
          "BackoffRate": 2,
          "MaxDelaySeconds": 300,
          "JitterStrategy": "FULL"
        }
      ],
      "Catch": [
        {
          "Assign": {
            "visit": "{% $visit + 1 %}"
          },
          "ErrorEquals": [
            "stage.early"
          ],
          "Next": "Survey"
        },
        {
          "ErrorEquals": [
            "activity.cancelled"
          ],
          "Next": "Cancelled"
        },
        {
          "ErrorEquals": [
            "lifecycle.superseded"
          ],
          "Next": "Superseded"
        },
        {
          "Assign": {
            "problem": "{% $states.errorOutput %}"
          },
          "ErrorEquals": [
            "States.ALL"
          ],
          "Next": "Stopped"
        }
      ],
      "Type": "Task",
      "TimeoutSeconds": 900,
      "Arguments": {
        "FunctionName": "arn:aws:lambda:us-east-1:000000000000:function:Award",
        "Payload": {
          "activityId": "{% $activityId %}",
          "generation": "{% $generation %}",
          "at": "{% $states.context.State.EnteredTime %}",
          "correlation": "{% $correlation %}"
        }
      },
      "Resource": "arn:aws:states:::lambda:invoke"
    },
    "Done": {
      "Type": "Succeed",
      "Output": {
        "activityId": "{% $activityId %}",
        "outcome": "done"
      }
    },
    "Superseded": {
      "Type": "Succeed",
      "Output": {
        "activityId": "{% $activityId %}",
        "outcome": "superseded"
      }
    },
    "Stopped": {
      "Type": "Fail",
      "Error": "{% $problem.Error %}",
      "Cause": "{% $problem.Cause %}"
    }
  }
}
');
INSERT INTO definition VALUES (2, '{
  "Comment": "award-run",
  "QueryLanguage": "JSONata",
  "StartAt": "Begin",
  "States": {
    "Begin": {
      "Type": "Choice",
      "Choices": [
        {
          "Condition": "{% $states.input.stage = ''Compute'' %}",
          "Assign": {
            "year": "{% $states.input.year %}",
            "run": "{% $states.input.run %}",
            "generation": "{% $states.input.generation %}",
            "shards": "{% $states.input.shards %}",
            "plan": "{% $states.input.plan %}",
            "visit": 0,
            "correlation": "{% $exists($states.input.correlation) ? $states.input.correlation : $states.context.Execution.Name %}"
          },
          "Next": "Count"
        },
        {
          "Condition": "{% $states.input.stage = ''Committee'' %}",
          "Assign": {
            "year": "{% $states.input.year %}",
            "run": "{% $states.input.run %}",
            "generation": "{% $states.input.generation %}",
            "shards": "{% $states.input.shards %}",
            "plan": "{% $states.input.plan %}",
            "visit": 0,
            "correlation": "{% $exists($states.input.correlation) ? $states.input.correlation : $states.context.Execution.Name %}"
          },
          "Next": "Committee"
        },
        {
          "Condition": "{% $states.input.stage = ''Notice'' %}",
          "Assign": {
            "year": "{% $states.input.year %}",
            "run": "{% $states.input.run %}",
            "generation": "{% $states.input.generation %}",
            "shards": "{% $states.input.shards %}",
            "plan": "{% $states.input.plan %}",
            "visit": 0,
            "correlation": "{% $exists($states.input.correlation) ? $states.input.correlation : $states.context.Execution.Name %}"
          },
          "Next": "Notice"
        },
        {
          "Condition": "{% $states.input.stage = ''Publish'' %}",
          "Assign": {
            "year": "{% $states.input.year %}",
            "run": "{% $states.input.run %}",
            "generation": "{% $states.input.generation %}",
            "shards": "{% $states.input.shards %}",
            "plan": "{% $states.input.plan %}",
            "visit": 0,
            "correlation": "{% $exists($states.input.correlation) ? $states.input.correlation : $states.context.Execution.Name %}"
          },
          "Next": "Publish"
        }
      ],
      "Default": "Freeze",
      "Assign": {
        "year": "{% $states.input.year %}",
        "run": "{% $states.input.run %}",
        "generation": "{% $states.input.generation %}",
        "shards": "{% $states.input.shards %}",
        "plan": "{% $states.input.plan %}",
        "visit": 0,
        "correlation": "{% $exists($states.input.correlation) ? $states.input.correlation : $states.context.Execution.Name %}"
      }
    },
    "Freeze": {
      "Next": "Count",
      "Retry": [
        {
          "ErrorEquals": [
            "Lambda.ServiceException",
            "Lambda.AWSLambdaException",
            "Lambda.SdkClientException",
            "Lambda.ClientExecutionTimeoutException",
            "Lambda.TooManyRequestsException",
            "Lambda.Unknown",
            "Sandbox.Timedout",
            "store.busy",
            "store.unavailable",
            "attendance.busy",
            "award.busy",
            "certificate.busy",
            "cover.busy",
            "leave.busy",
            "lifecycle.busy",
            "participation.busy",
            "roster.busy",
            "survey.busy"
          ],
          "IntervalSeconds": 1,
          "MaxAttempts": 10,
          "BackoffRate": 2,
          "MaxDelaySeconds": 300,
          "JitterStrategy": "FULL"
        }
      ],
      "Catch": [
        {
          "ErrorEquals": [
            "award.withdrawn"
          ],
          "Next": "Withdrawn"
        },
        {
          "ErrorEquals": [
            "award.superseded"
          ],
          "Next": "Superseded"
        },
        {
          "Assign": {
            "problem": "{% $states.errorOutput %}"
          },
          "ErrorEquals": [
            "States.ALL"
          ],
          "Next": "Stopped"
        }
      ],
      "Type": "Task",
      "TimeoutSeconds": 900,
      "Arguments": {
        "FunctionName": "arn:aws:lambda:us-east-1:000000000000:function:Freeze",
        "Payload": {
          "year": "{% $year %}",
          "run": "{% $run %}",
          "generation": "{% $generation %}",
          "at": "{% $states.context.State.EnteredTime %}",
          "correlation": "{% $correlation %}"
        }
      },
      "Assign": {
        "shards": "{% $states.result.Payload.shards %}"
      },
      "Resource": "arn:aws:states:::lambda:invoke"
    },
    "Count": {
      "Type": "Map",
      "Next": "Rank",
      "Output": {},
      "Catch": [
        {
          "ErrorEquals": [
            "award.withdrawn"
          ],
          "Next": "Withdrawn"
        },
        {
          "ErrorEquals": [
            "award.superseded"
          ],
          "Next": "Superseded"
        },
        {
          "Assign": {
            "problem": "{% $states.errorOutput %}"
          },
          "ErrorEquals": [
            "States.ALL"
          ],
          "Next": "Stopped"
        }
      ],
      "Items": "{% [0..$shards - 1] %}",
      "ItemSelector": {
        "shard": "{% $states.context.Map.Item.Value %}"
      },
      "ItemProcessor": {
        "ProcessorConfig": {
          "Mode": "INLINE"
        },
        "StartAt": "CountShard",
        "States": {
          "CountShard": {
            "QueryLanguage": "JSONata",
            "End": true,
            "Retry": [
              {
                "ErrorEquals": [
                  "Lambda.ServiceException",
                  "Lambda.AWSLambdaException",
                  "Lambda.SdkClientException",
                  "Lambda.ClientExecutionTimeoutException",
                  "Lambda.TooManyRequestsException",
                  "Lambda.Unknown",
                  "Sandbox.Timedout",
                  "store.busy",
                  "store.unavailable",
                  "attendance.busy",
                  "award.busy",
                  "certificate.busy",
                  "cover.busy",
                  "leave.busy",
                  "lifecycle.busy",
                  "participation.busy",
                  "roster.busy",
                  "survey.busy"
                ],
                "IntervalSeconds": 1,
                "MaxAttempts": 10,
                "BackoffRate": 2,
                "MaxDelaySeconds": 300,
                "JitterStrategy": "FULL"
              }
            ],
            "Type": "Task",
            "TimeoutSeconds": 900,
            "Arguments": {
              "FunctionName": "arn:aws:lambda:us-east-1:000000000000:function:CountShard",
              "Payload": {
                "year": "{% $year %}",
                "run": "{% $run %}",
                "generation": "{% $generation %}",
                "at": "{% $states.context.State.EnteredTime %}",
                "correlation": "{% $correlation %}",
                "shard": "{% $states.input.shard %}"
              }
            },
            "Resource": "arn:aws:states:::lambda:invoke"
          }
        }
      },
      "MaxConcurrency": 4
    },
    "Rank": {
      "Next": "Committee",
      "Retry": [
        {
          "ErrorEquals": [
            "Lambda.ServiceException",
            "Lambda.AWSLambdaException",
            "Lambda.SdkClientException",
            "Lambda.ClientExecutionTimeoutException",
            "Lambda.TooManyRequestsException",
            "Lambda.Unknown",
            "Sandbox.Timedout",
            "store.busy",
            "store.unavailable",
            "attendance.busy",
            "award.busy",
            "certificate.busy",
            "cover.busy",
            "leave.busy",
            "lifecycle.busy",
            "participation.busy",
            "roster.busy",
            "survey.busy"
          ],
          "IntervalSeconds": 1,
          "MaxAttempts": 10,
          "BackoffRate": 2,
          "MaxDelaySeconds": 300,
          "JitterStrategy": "FULL"
        }
      ],
      "Catch": [
        {
          "ErrorEquals": [
            "award.withdrawn"
          ],
          "Next": "Withdrawn"
        },
        {
          "ErrorEquals": [
            "award.superseded"
          ],
          "Next": "Superseded"
        },
        {
          "Assign": {
            "problem": "{% $states.errorOutput %}"
          },
          "ErrorEquals": [
            "States.ALL"
          ],
          "Next": "Stopped"
        }
      ],
      "Type": "Task",
      "TimeoutSeconds": 900,
      "Arguments": {
        "FunctionName": "arn:aws:lambda:us-east-1:000000000000:function:Rank",
        "Payload": {
          "year": "{% $year %}",
          "run": "{% $run %}",
          "generation": "{% $generation %}",
          "at": "{% $states.context.State.EnteredTime %}",
          "correlation": "{% $correlation %}"
        }
      },
      "Resource": "arn:aws:states:::lambda:invoke"
    },
    "Committee": {
      "Next": "Notice",
      "Retry": [
        {
          "ErrorEquals": [
            "Lambda.ServiceException",
            "Lambda.AWSLambdaException",
            "Lambda.SdkClientException",
            "Lambda.ClientExecutionTimeoutException",
            "Lambda.TooManyRequestsException",
            "Lambda.Unknown",
            "Sandbox.Timedout",
            "store.busy",
            "store.unavailable",
            "attendance.busy",
            "award.busy",
            "certificate.busy",
            "cover.busy",
            "leave.busy",
            "lifecycle.busy",
            "participation.busy",
            "roster.busy",
            "survey.busy"
          ],
          "IntervalSeconds": 1,
          "MaxAttempts": 10,
          "BackoffRate": 2,
          "MaxDelaySeconds": 300,
          "JitterStrategy": "FULL"
        }
      ],
      "Catch": [
        {
          "Assign": {
            "visit": "{% $visit + 1 %}"
          },
          "ErrorEquals": [
            "States.Timeout"
          ],
          "Next": "Committee"
        },
        {
          "ErrorEquals": [
            "award.withdrawn"
          ],
          "Next": "Withdrawn"
        },
        {
          "ErrorEquals": [
            "award.superseded"
          ],
          "Next": "Superseded"
        },
        {
          "Assign": {
            "problem": "{% $states.errorOutput %}"
          },
          "ErrorEquals": [
            "States.ALL"
          ],
          "Next": "Stopped"
        }
      ],
      "Type": "Task",
      "TimeoutSeconds": "{% ($at := $toMillis($states.context.State.EnteredTime); $next := $min($lookup($plan, ''Committee'')[$toMillis($) > $at].$toMillis($)); $exists($next) ? $max([30, $min([$ceil(($next - $at) / 1000) + 1, 25920000])]) : 2592000) %}",
      "Arguments": {
        "FunctionName": "arn:aws:lambda:us-east-1:000000000000:function:Committee",
        "Payload": {
          "token": "{% $states.context.Task.Token %}",
          "at": "{% $states.context.State.EnteredTime %}",
          "attempt": "{% $states.context.State.RetryCount %}",
          "year": "{% $year %}",
          "run": "{% $run %}",
          "generation": "{% $generation %}",
          "visit": "{% $visit %}",
          "plan": "{% $plan %}",
          "correlation": "{% $correlation %}"
        }
      },
      "Assign": {
        "visit": "{% $visit + 1 %}",
        "plan": "{% $states.result.plan %}"
      },
      "Resource": "arn:aws:states:::lambda:invoke.waitForTaskToken"
    },
    "Notice": {
      "Next": "Publish",
      "Retry": [
        {
          "ErrorEquals": [
            "Lambda.ServiceException",
            "Lambda.AWSLambdaException",
            "Lambda.SdkClientException",
            "Lambda.ClientExecutionTimeoutException",
            "Lambda.TooManyRequestsException",
            "Lambda.Unknown",
            "Sandbox.Timedout",
            "store.busy",
            "store.unavailable",
            "attendance.busy",
            "award.busy",
            "certificate.busy",
            "cover.busy",
            "leave.busy",
            "lifecycle.busy",
            "participation.busy",
            "roster.busy",
            "survey.busy"
          ],
          "IntervalSeconds": 1,
          "MaxAttempts": 10,
          "BackoffRate": 2,
          "MaxDelaySeconds": 300,
          "JitterStrategy": "FULL"
        }
      ],
      "Catch": [
        {
          "Assign": {
            "visit": "{% $visit + 1 %}"
          },
          "ErrorEquals": [
            "States.Timeout"
          ],
          "Next": "Publish"
        },
        {
          "ErrorEquals": [
            "award.withdrawn"
          ],
          "Next": "Withdrawn"
        },
        {
          "ErrorEquals": [
            "award.superseded"
          ],
          "Next": "Superseded"
        },
        {
          "Assign": {
            "problem": "{% $states.errorOutput %}"
          },
          "ErrorEquals": [
            "States.ALL"
          ],
          "Next": "Stopped"
        }
      ],
      "Type": "Task",
      "TimeoutSeconds": "{% ($at := $toMillis($states.context.State.EnteredTime); $next := $min($lookup($plan, ''Notice'')[$toMillis($) > $at].$toMillis($)); $exists($next) ? $max([30, $min([$ceil(($next - $at) / 1000) + 1, 25920000])]) : 2592000) %}",
      "Arguments": {
        "FunctionName": "arn:aws:lambda:us-east-1:000000000000:function:Notice",
        "Payload": {
          "token": "{% $states.context.Task.Token %}",
          "at": "{% $states.context.State.EnteredTime %}",
          "attempt": "{% $states.context.State.RetryCount %}",
          "year": "{% $year %}",
          "run": "{% $run %}",
          "generation": "{% $generation %}",
          "visit": "{% $visit %}",
          "plan": "{% $plan %}",
          "correlation": "{% $correlation %}"
        }
      },
      "Assign": {
        "visit": "{% $visit + 1 %}",
        "plan": "{% $states.result.plan %}"
      },
      "Resource": "arn:aws:states:::lambda:invoke.waitForTaskToken"
    },
    "Publish": {
      "Next": "Done",
      "Retry": [
        {
          "ErrorEquals": [
            "Lambda.ServiceException",
            "Lambda.AWSLambdaException",
            "Lambda.SdkClientException",
            "Lambda.ClientExecutionTimeoutException",
            "Lambda.TooManyRequestsException",
            "Lambda.Unknown",
            "Sandbox.Timedout",
            "store.busy",
            "store.unavailable",
            "attendance.busy",
            "award.busy",
            "certificate.busy",
            "cover.busy",
            "leave.busy",
            "lifecycle.busy",
            "participation.busy",
            "roster.busy",
            "survey.busy"
          ],
          "IntervalSeconds": 1,
          "MaxAttempts": 10,
          "BackoffRate": 2,
          "MaxDelaySeconds": 300,
          "JitterStrategy": "FULL"
        }
      ],
      "Catch": [
        {
          "Assign": {
            "visit": "{% $visit + 1 %}"
          },
          "ErrorEquals": [
            "stage.early"
          ],
          "Next": "Notice"
        },
        {
          "ErrorEquals": [
            "award.withdrawn"
          ],
          "Next": "Withdrawn"
        },
        {
          "ErrorEquals": [
            "award.superseded"
          ],
          "Next": "Superseded"
        },
        {
          "Assign": {
            "problem": "{% $states.errorOutput %}"
          },
          "ErrorEquals": [
            "States.ALL"
          ],
          "Next": "Stopped"
        }
      ],
      "Type": "Task",
      "TimeoutSeconds": 900,
      "Arguments": {
        "FunctionName": "arn:aws:lambda:us-east-1:000000000000:function:Publish",
        "Payload": {
          "year": "{% $year %}",
          "run": "{% $run %}",
          "generation": "{% $generation %}",
          "at": "{% $states.context.State.EnteredTime %}",
          "correlation": "{% $correlation %}"
        }
      },
      "Resource": "arn:aws:states:::lambda:invoke"
    },
    "Done": {
      "Type": "Succeed",
      "Output": {
        "year": "{% $year %}",
        "run": "{% $run %}",
        "outcome": "done"
      }
    },
    "Withdrawn": {
      "Type": "Succeed",
      "Output": {
        "year": "{% $year %}",
        "run": "{% $run %}",
        "outcome": "withdrawn"
      }
    },
    "Superseded": {
      "Type": "Succeed",
      "Output": {
        "year": "{% $year %}",
        "run": "{% $run %}",
        "outcome": "superseded"
      }
    },
    "Stopped": {
      "Type": "Fail",
      "Error": "{% $problem.Error %}",
      "Cause": "{% $problem.Cause %}"
    }
  }
}
');
INSERT INTO machine VALUES ('arn:aws:states:us-east-1:000000000000:stateMachine:activity-lifecycle', 'activity-lifecycle', 1, 'arn:aws:iam::000000000000:role/yigong', 'ACTIVE', 1764550800000, 1764550800000, '', '{"tags":[]}');
INSERT INTO machine VALUES ('arn:aws:states:us-east-1:000000000000:stateMachine:award-run', 'award-run', 2, 'arn:aws:iam::000000000000:role/yigong', 'ACTIVE', 1764550800000, 1764550800000, '', '{"tags":[]}');
INSERT INTO execution VALUES (6, 'arn:aws:states:us-east-1:000000000000:execution:award-run:award-2025-2-1', 'arn:aws:states:us-east-1:000000000000:stateMachine:award-run', 'RUNNING', 1797048000000, NULL, '{"name":"award-2025-2-1","machineName":"award-run","roleArn":"arn:aws:iam::000000000000:role/yigong","definitionId":2,"redrives":0}', '{"year":2025,"run":2,"generation":1,"stage":"Freeze","plan":{"Committee":[],"Notice":[]},"shards":0,"correlation":"job:awardRun:2026-12-12T04:00:00-000Z"}', NULL);
INSERT INTO execution VALUES (7, 'arn:aws:states:us-east-1:000000000000:execution:award-run:award-2026-1-1', 'arn:aws:states:us-east-1:000000000000:stateMachine:award-run', 'RUNNING', 1798855200000, NULL, '{"name":"award-2026-1-1","machineName":"award-run","roleArn":"arn:aws:iam::000000000000:role/yigong","definitionId":2,"redrives":0}', '{"year":2026,"run":1,"generation":1,"stage":"Freeze","plan":{"Committee":[],"Notice":[]},"shards":0,"correlation":"job:awardRun:2027-01-02T02:00:00-000Z"}', NULL);
INSERT INTO execution VALUES (8, 'arn:aws:states:us-east-1:000000000000:execution:activity-lifecycle:act_01mba20380ddddddddddddddde-1', 'arn:aws:states:us-east-1:000000000000:stateMachine:activity-lifecycle', 'RUNNING', 1798855200000, NULL, '{"name":"act_01mba20380ddddddddddddddde-1","machineName":"activity-lifecycle","roleArn":"arn:aws:iam::000000000000:role/yigong","definitionId":1,"redrives":0}', '{"activityId":"act_01mba20380ddddddddddddddde","generation":1,"stage":"Recruit","plan":{"Propose":["2027-01-03T10:00:00.000Z"],"Recruit":["2027-01-03T10:00:00.000Z"],"Cover":["2027-01-04T13:00:00.000Z"],"Execute":["2027-01-05T06:00:00.000Z"],"Archive":["2027-04-05T04:00:00.000Z"],"Survey":["2027-04-13T10:00:00.000Z"]},"correlation":"req_01mba20380dddddddddddddddd"}', NULL);
INSERT INTO execution VALUES (9, 'arn:aws:states:us-east-1:000000000000:execution:activity-lifecycle:act_01mba20380dddddddddddddddk-1', 'arn:aws:states:us-east-1:000000000000:stateMachine:activity-lifecycle', 'RUNNING', 1798855200000, NULL, '{"name":"act_01mba20380dddddddddddddddk-1","machineName":"activity-lifecycle","roleArn":"arn:aws:iam::000000000000:role/yigong","definitionId":1,"redrives":0}', '{"activityId":"act_01mba20380dddddddddddddddk","generation":1,"stage":"Recruit","plan":{"Propose":["2027-01-03T10:00:00.000Z"],"Recruit":["2027-01-03T10:00:00.000Z"],"Cover":["2027-01-04T13:00:00.000Z"],"Execute":["2027-01-05T06:00:00.000Z"],"Archive":["2027-04-05T04:00:00.000Z"],"Survey":["2027-04-11T10:00:00.000Z"]},"correlation":"req_01mba20380dddddddddddddddj"}', NULL);
INSERT INTO execution VALUES (10, 'arn:aws:states:us-east-1:000000000000:execution:activity-lifecycle:act_01mba20380dddddddddddddddr-1', 'arn:aws:states:us-east-1:000000000000:stateMachine:activity-lifecycle', 'RUNNING', 1798855200000, NULL, '{"name":"act_01mba20380dddddddddddddddr-1","machineName":"activity-lifecycle","roleArn":"arn:aws:iam::000000000000:role/yigong","definitionId":1,"redrives":0}', '{"activityId":"act_01mba20380dddddddddddddddr","generation":1,"stage":"Recruit","plan":{"Propose":["2027-01-03T10:00:00.000Z"],"Recruit":["2027-01-03T10:00:00.000Z"],"Cover":["2027-01-04T13:00:00.000Z"],"Execute":["2027-01-05T06:00:00.000Z"],"Archive":["2027-04-05T04:00:00.000Z"],"Survey":["2027-04-19T10:00:00.000Z"]},"correlation":"req_01mba20380dddddddddddddddq"}', NULL);
INSERT INTO execution VALUES (11, 'arn:aws:states:us-east-1:000000000000:execution:activity-lifecycle:act_01mba20380dddddddddddddddx-1', 'arn:aws:states:us-east-1:000000000000:stateMachine:activity-lifecycle', 'RUNNING', 1798855200000, NULL, '{"name":"act_01mba20380dddddddddddddddx-1","machineName":"activity-lifecycle","roleArn":"arn:aws:iam::000000000000:role/yigong","definitionId":1,"redrives":0}', '{"activityId":"act_01mba20380dddddddddddddddx","generation":1,"stage":"Recruit","plan":{"Propose":["2027-01-04T10:00:00.000Z"],"Recruit":["2027-01-04T10:00:00.000Z"],"Cover":["2027-01-05T13:00:00.000Z"],"Execute":["2027-01-06T06:00:00.000Z"],"Archive":["2027-04-06T04:00:00.000Z"],"Survey":["2027-04-20T10:00:00.000Z"]},"correlation":"req_01mba20380dddddddddddddddw"}', NULL);
INSERT INTO execution VALUES (12, 'arn:aws:states:us-east-1:000000000000:execution:activity-lifecycle:act_01mba20380dddddddddddddde2-1', 'arn:aws:states:us-east-1:000000000000:stateMachine:activity-lifecycle', 'RUNNING', 1798855200000, NULL, '{"name":"act_01mba20380dddddddddddddde2-1","machineName":"activity-lifecycle","roleArn":"arn:aws:iam::000000000000:role/yigong","definitionId":1,"redrives":0}', '{"activityId":"act_01mba20380dddddddddddddde2","generation":1,"stage":"Recruit","plan":{"Propose":["2027-01-05T10:00:00.000Z"],"Recruit":["2027-01-05T10:00:00.000Z"],"Cover":["2027-01-06T13:00:00.000Z"],"Execute":["2027-01-07T06:00:00.000Z"],"Archive":["2027-04-07T04:00:00.000Z"],"Survey":["2027-04-21T10:00:00.000Z"]},"correlation":"req_01mba20380dddddddddddddde1"}', NULL);
INSERT INTO execution VALUES (13, 'arn:aws:states:us-east-1:000000000000:execution:activity-lifecycle:act_01mba20380dddddddddddddde7-1', 'arn:aws:states:us-east-1:000000000000:stateMachine:activity-lifecycle', 'RUNNING', 1798855200000, NULL, '{"name":"act_01mba20380dddddddddddddde7-1","machineName":"activity-lifecycle","roleArn":"arn:aws:iam::000000000000:role/yigong","definitionId":1,"redrives":0}', '{"activityId":"act_01mba20380dddddddddddddde7","generation":1,"stage":"Recruit","plan":{"Propose":["2027-01-09T10:00:00.000Z"],"Recruit":["2027-01-09T10:00:00.000Z"],"Cover":["2027-01-10T13:00:00.000Z"],"Execute":["2027-01-11T06:00:00.000Z"],"Archive":["2027-04-11T04:00:00.000Z"],"Survey":["2027-04-25T10:00:00.000Z"]},"correlation":"req_01mba20380dddddddddddddde6"}', NULL);
INSERT INTO execution VALUES (14, 'arn:aws:states:us-east-1:000000000000:execution:activity-lifecycle:act_01mba20380ddddddddddddddec-1', 'arn:aws:states:us-east-1:000000000000:stateMachine:activity-lifecycle', 'RUNNING', 1798855200000, NULL, '{"name":"act_01mba20380ddddddddddddddec-1","machineName":"activity-lifecycle","roleArn":"arn:aws:iam::000000000000:role/yigong","definitionId":1,"redrives":0}', '{"activityId":"act_01mba20380ddddddddddddddec","generation":1,"stage":"Recruit","plan":{"Propose":["2027-01-11T10:00:00.000Z"],"Recruit":["2027-01-11T10:00:00.000Z"],"Cover":["2027-01-12T13:00:00.000Z"],"Execute":["2027-01-13T06:00:00.000Z"],"Archive":["2027-04-13T04:00:00.000Z"],"Survey":["2027-04-27T10:00:00.000Z"]},"correlation":"req_01mba20380ddddddddddddddeb"}', NULL);
INSERT INTO execution VALUES (15, 'arn:aws:states:us-east-1:000000000000:execution:activity-lifecycle:act_01mba20380ddddddddddddddeh-1', 'arn:aws:states:us-east-1:000000000000:stateMachine:activity-lifecycle', 'RUNNING', 1798855200000, NULL, '{"name":"act_01mba20380ddddddddddddddeh-1","machineName":"activity-lifecycle","roleArn":"arn:aws:iam::000000000000:role/yigong","definitionId":1,"redrives":0}', '{"activityId":"act_01mba20380ddddddddddddddeh","generation":1,"stage":"Propose","plan":{"Propose":["2027-01-11T10:00:00.000Z"],"Recruit":["2027-01-11T10:00:00.000Z"],"Cover":["2027-01-12T13:00:00.000Z"],"Execute":["2027-01-13T06:00:00.000Z"],"Archive":["2027-04-13T04:00:00.000Z"],"Survey":["2027-04-27T10:00:00.000Z"]},"correlation":"req_01mba20380ddddddddddddddeg"}', NULL);
INSERT INTO execution VALUES (16, 'arn:aws:states:us-east-1:000000000000:execution:activity-lifecycle:act_01mba20380ddddddddddddddep-1', 'arn:aws:states:us-east-1:000000000000:stateMachine:activity-lifecycle', 'RUNNING', 1798855200000, NULL, '{"name":"act_01mba20380ddddddddddddddep-1","machineName":"activity-lifecycle","roleArn":"arn:aws:iam::000000000000:role/yigong","definitionId":1,"redrives":0}', '{"activityId":"act_01mba20380ddddddddddddddep","generation":1,"stage":"Propose","plan":{"Propose":["2027-01-12T10:00:00.000Z"],"Recruit":["2027-01-12T10:00:00.000Z"],"Cover":["2027-01-13T13:00:00.000Z"],"Execute":["2027-01-14T06:00:00.000Z"],"Archive":["2027-04-14T04:00:00.000Z"],"Survey":["2027-04-28T10:00:00.000Z"]},"correlation":"req_01mba20380dddddddddddddden"}', NULL);
INSERT INTO execution VALUES (17, 'arn:aws:states:us-east-1:000000000000:execution:award-run:award-2024-1-1', 'arn:aws:states:us-east-1:000000000000:stateMachine:award-run', 'RUNNING', 1798855200000, NULL, '{"name":"award-2024-1-1","machineName":"award-run","roleArn":"arn:aws:iam::000000000000:role/yigong","definitionId":2,"redrives":0}', '{"year":2024,"run":1,"generation":1,"stage":"Freeze","plan":{"Committee":[],"Notice":[]},"shards":0,"correlation":"req_01mba20380ddddddddddddddfr"}', NULL);
INSERT INTO execution VALUES (18, 'arn:aws:states:us-east-1:000000000000:execution:activity-lifecycle:act_01mbmbjz80ddddddddddddddde-1', 'arn:aws:states:us-east-1:000000000000:stateMachine:activity-lifecycle', 'RUNNING', 1799200800000, NULL, '{"name":"act_01mbmbjz80ddddddddddddddde-1","machineName":"activity-lifecycle","roleArn":"arn:aws:iam::000000000000:role/yigong","definitionId":1,"redrives":0}', '{"activityId":"act_01mbmbjz80ddddddddddddddde","generation":1,"stage":"Recruit","plan":{"Propose":["2027-01-11T10:00:00.000Z"],"Recruit":["2027-01-11T10:00:00.000Z"],"Cover":["2027-01-12T13:00:00.000Z"],"Execute":["2027-01-13T06:00:00.000Z"],"Archive":["2027-04-13T04:00:00.000Z"],"Survey":["2027-04-27T10:00:00.000Z"]},"correlation":"req_01mbmbjz80dddddddddddddddd"}', NULL);
INSERT INTO progress VALUES (6, 0, 34, 2, 5);
INSERT INTO progress VALUES (7, 0, 28, 2, 4);
INSERT INTO progress VALUES (8, 0, 31, 1, 5);
INSERT INTO progress VALUES (9, 0, 31, 1, 5);
INSERT INTO progress VALUES (10, 0, 25, 1, 4);
INSERT INTO progress VALUES (11, 0, 19, 1, 3);
INSERT INTO progress VALUES (12, 0, 13, 1, 2);
INSERT INTO progress VALUES (13, 0, 13, 1, 2);
INSERT INTO progress VALUES (14, 0, 7, 1, 1);
INSERT INTO progress VALUES (15, 0, 7, 1, 1);
INSERT INTO progress VALUES (16, 0, 7, 1, 1);
INSERT INTO progress VALUES (17, 0, 28, 2, 4);
INSERT INTO progress VALUES (18, 0, 7, 1, 1);
INSERT INTO branch VALUES (6, 1, 1799834401000, '{"id":1,"index":0,"state":"Notice","phase":"answer","previousEventId":34,"enteredEventId":31,"enteredAt":1799200800000,"retries":0,"retriesByRule":[],"timeoutAt":1799834401000,"task":{"attempt":5,"functionName":"Notice"}}', '{"plan":{"Committee":[],"Notice":["2027-01-13T10:00:00.000Z"]}}', '{"year":2025,"run":2,"generation":1,"shards":1,"plan":{"Committee":[],"Notice":["2027-01-13T10:00:00.000Z"]},"visit":1,"correlation":"job:awardRun:2026-12-12T04:00:00-000Z"}', '{"token":"sfn1.6-1-5-NdMrOR2pQgpziI6yiqL2huNs","at":"2027-01-06T02:00:00.000Z","attempt":0,"year":2025,"run":2,"generation":1,"visit":1,"plan":{"Committee":[],"Notice":["2027-01-13T10:00:00.000Z"]},"correlation":"job:awardRun:2026-12-12T04:00:00-000Z"}');
INSERT INTO branch VALUES (7, 1, 1801447200000, '{"id":1,"index":0,"state":"Committee","phase":"answer","previousEventId":28,"enteredEventId":25,"enteredAt":1798855200000,"retries":0,"retriesByRule":[],"timeoutAt":1801447200000,"task":{"attempt":4,"functionName":"Committee"}}', '{"ExecutedVersion":"$LATEST","Payload":{},"SdkHttpMetadata":{"HttpStatusCode":200},"SdkResponseMetadata":{},"StatusCode":200}', '{"year":2026,"run":1,"generation":1,"shards":1,"plan":{"Committee":[],"Notice":[]},"visit":0,"correlation":"job:awardRun:2027-01-02T02:00:00-000Z"}', '{"token":"sfn1.7-1-4-arewdJQOj6eqPeEY-j5r6m42","at":"2027-01-02T02:00:00.000Z","attempt":0,"year":2026,"run":1,"generation":1,"visit":0,"plan":{"Committee":[],"Notice":[]},"correlation":"job:awardRun:2027-01-02T02:00:00-000Z"}');
INSERT INTO branch VALUES (8, 1, 1799834401000, '{"id":1,"index":0,"state":"Survey","phase":"answer","previousEventId":31,"enteredEventId":28,"enteredAt":1799128860000,"retries":0,"retriesByRule":[],"timeoutAt":1799834401000,"task":{"attempt":5,"functionName":"Survey"}}', '{"plan":{"Propose":["2027-01-03T10:00:00.000Z"],"Recruit":["2027-01-03T10:00:00.000Z"],"Cover":["2027-01-04T13:00:00.000Z"],"Execute":["2027-01-05T06:00:00.000Z"],"Archive":["2027-04-05T04:00:00.000Z"],"Survey":["2027-01-13T10:00:00.000Z"]}}', '{"activityId":"act_01mba20380ddddddddddddddde","generation":1,"plan":{"Propose":["2027-01-03T10:00:00.000Z"],"Recruit":["2027-01-03T10:00:00.000Z"],"Cover":["2027-01-04T13:00:00.000Z"],"Execute":["2027-01-05T06:00:00.000Z"],"Archive":["2027-04-05T04:00:00.000Z"],"Survey":["2027-01-13T10:00:00.000Z"]},"visit":4,"correlation":"req_01mba20380dddddddddddddddd"}', '{"token":"sfn1.8-1-5-UqUXdJUWz23lLOrklEGP05pW","at":"2027-01-05T06:01:00.000Z","attempt":0,"activityId":"act_01mba20380ddddddddddddddde","generation":1,"visit":4,"plan":{"Propose":["2027-01-03T10:00:00.000Z"],"Recruit":["2027-01-03T10:00:00.000Z"],"Cover":["2027-01-04T13:00:00.000Z"],"Execute":["2027-01-05T06:00:00.000Z"],"Archive":["2027-04-05T04:00:00.000Z"],"Survey":["2027-01-13T10:00:00.000Z"]},"correlation":"req_01mba20380dddddddddddddddd"}');
INSERT INTO branch VALUES (9, 1, 1799748001000, '{"id":1,"index":0,"state":"Survey","phase":"answer","previousEventId":31,"enteredEventId":28,"enteredAt":1799200800000,"retries":0,"retriesByRule":[],"timeoutAt":1799748001000,"task":{"attempt":5,"functionName":"Survey"}}', '{"plan":{"Propose":["2027-01-03T10:00:00.000Z"],"Recruit":["2027-01-03T10:00:00.000Z"],"Cover":["2027-01-04T13:00:00.000Z"],"Execute":["2027-01-05T06:00:00.000Z"],"Archive":["2027-04-05T04:00:00.000Z"],"Survey":["2027-01-12T10:00:00.000Z"]}}', '{"activityId":"act_01mba20380dddddddddddddddk","generation":1,"plan":{"Propose":["2027-01-03T10:00:00.000Z"],"Recruit":["2027-01-03T10:00:00.000Z"],"Cover":["2027-01-04T13:00:00.000Z"],"Execute":["2027-01-05T06:00:00.000Z"],"Archive":["2027-04-05T04:00:00.000Z"],"Survey":["2027-01-12T10:00:00.000Z"]},"visit":4,"correlation":"req_01mba20380dddddddddddddddj"}', '{"token":"sfn1.9-1-5-L9lqcqYQAleM18PdSPiV0Idd","at":"2027-01-06T02:00:00.000Z","attempt":0,"activityId":"act_01mba20380dddddddddddddddk","generation":1,"visit":4,"plan":{"Propose":["2027-01-03T10:00:00.000Z"],"Recruit":["2027-01-03T10:00:00.000Z"],"Cover":["2027-01-04T13:00:00.000Z"],"Execute":["2027-01-05T06:00:00.000Z"],"Archive":["2027-04-05T04:00:00.000Z"],"Survey":["2027-01-12T10:00:00.000Z"]},"correlation":"req_01mba20380dddddddddddddddj"}');
INSERT INTO branch VALUES (10, 1, 1806897601000, '{"id":1,"index":0,"state":"Archive","phase":"answer","previousEventId":25,"enteredEventId":22,"enteredAt":1799128801000,"retries":0,"retriesByRule":[],"timeoutAt":1806897601000,"task":{"attempt":4,"functionName":"Archive"}}', '{"Error":"States.Timeout","Cause":""}', '{"activityId":"act_01mba20380dddddddddddddddr","generation":1,"plan":{"Propose":["2027-01-03T10:00:00.000Z"],"Recruit":["2027-01-03T10:00:00.000Z"],"Cover":["2027-01-04T13:00:00.000Z"],"Execute":["2027-01-05T06:00:00.000Z"],"Archive":["2027-04-05T04:00:00.000Z"],"Survey":["2027-04-19T10:00:00.000Z"]},"visit":3,"correlation":"req_01mba20380dddddddddddddddq"}', '{"token":"sfn1.a-1-4-nJfIpeOsRmxOPLZj79zlOIo7","at":"2027-01-05T06:00:01.000Z","attempt":0,"activityId":"act_01mba20380dddddddddddddddr","generation":1,"visit":3,"plan":{"Propose":["2027-01-03T10:00:00.000Z"],"Recruit":["2027-01-03T10:00:00.000Z"],"Cover":["2027-01-04T13:00:00.000Z"],"Execute":["2027-01-05T06:00:00.000Z"],"Archive":["2027-04-05T04:00:00.000Z"],"Survey":["2027-04-19T10:00:00.000Z"]},"correlation":"req_01mba20380dddddddddddddddq"}');
INSERT INTO branch VALUES (11, 1, 1799215201000, '{"id":1,"index":0,"state":"Execute","phase":"answer","previousEventId":19,"enteredEventId":16,"enteredAt":1799056801000,"retries":0,"retriesByRule":[],"timeoutAt":1799215201000,"task":{"attempt":3,"functionName":"Execute"}}', '{"plan":{"Propose":["2027-01-04T10:00:00.000Z"],"Recruit":["2027-01-04T10:00:00.000Z"],"Cover":["2027-01-05T13:00:00.000Z"],"Execute":["2027-01-06T06:00:00.000Z"],"Archive":["2027-04-06T04:00:00.000Z"],"Survey":["2027-04-20T10:00:00.000Z"]}}', '{"activityId":"act_01mba20380dddddddddddddddx","generation":1,"plan":{"Propose":["2027-01-04T10:00:00.000Z"],"Recruit":["2027-01-04T10:00:00.000Z"],"Cover":["2027-01-05T13:00:00.000Z"],"Execute":["2027-01-06T06:00:00.000Z"],"Archive":["2027-04-06T04:00:00.000Z"],"Survey":["2027-04-20T10:00:00.000Z"]},"visit":2,"correlation":"req_01mba20380dddddddddddddddw"}', '{"token":"sfn1.b-1-3-wkyQ151ejXpUgIQN-_cFMRrS","at":"2027-01-04T10:00:01.000Z","attempt":0,"activityId":"act_01mba20380dddddddddddddddx","generation":1,"visit":2,"plan":{"Propose":["2027-01-04T10:00:00.000Z"],"Recruit":["2027-01-04T10:00:00.000Z"],"Cover":["2027-01-05T13:00:00.000Z"],"Execute":["2027-01-06T06:00:00.000Z"],"Archive":["2027-04-06T04:00:00.000Z"],"Survey":["2027-04-20T10:00:00.000Z"]},"correlation":"req_01mba20380dddddddddddddddw"}');
INSERT INTO branch VALUES (12, 1, 1799240401000, '{"id":1,"index":0,"state":"Cover","phase":"answer","previousEventId":13,"enteredEventId":10,"enteredAt":1799143201000,"retries":0,"retriesByRule":[],"timeoutAt":1799240401000,"task":{"attempt":2,"functionName":"Cover"}}', '{"Error":"States.Timeout","Cause":""}', '{"activityId":"act_01mba20380dddddddddddddde2","generation":1,"plan":{"Propose":["2027-01-05T10:00:00.000Z"],"Recruit":["2027-01-05T10:00:00.000Z"],"Cover":["2027-01-06T13:00:00.000Z"],"Execute":["2027-01-07T06:00:00.000Z"],"Archive":["2027-04-07T04:00:00.000Z"],"Survey":["2027-04-21T10:00:00.000Z"]},"visit":1,"correlation":"req_01mba20380dddddddddddddde1"}', '{"token":"sfn1.c-1-2-9SQ9bBpER2lFj2G-aH13NPGm","at":"2027-01-05T10:00:01.000Z","attempt":0,"activityId":"act_01mba20380dddddddddddddde2","generation":1,"visit":1,"plan":{"Propose":["2027-01-05T10:00:00.000Z"],"Recruit":["2027-01-05T10:00:00.000Z"],"Cover":["2027-01-06T13:00:00.000Z"],"Execute":["2027-01-07T06:00:00.000Z"],"Archive":["2027-04-07T04:00:00.000Z"],"Survey":["2027-04-21T10:00:00.000Z"]},"correlation":"req_01mba20380dddddddddddddde1"}');
INSERT INTO branch VALUES (13, 1, 1799661601000, '{"id":1,"index":0,"state":"Recruit","phase":"answer","previousEventId":13,"enteredEventId":10,"enteredAt":1799200800000,"retries":0,"retriesByRule":[],"timeoutAt":1799661601000,"task":{"attempt":2,"functionName":"Recruit"}}', '{"Error":"stage.changed","Cause":"{\"plan\":{\"Propose\":[\"2027-01-11T10:00:00.000Z\"],\"Recruit\":[\"2027-01-11T10:00:00.000Z\"],\"Cover\":[\"2027-01-12T13:00:00.000Z\"],\"Execute\":[\"2027-01-13T06:00:00.000Z\"],\"Archive\":[\"2027-04-13T04:00:00.000Z\"],\"Survey\":[\"2027-04-27T10:00:00.000Z\"]}}"}', '{"activityId":"act_01mba20380dddddddddddddde7","generation":1,"plan":{"Propose":["2027-01-11T10:00:00.000Z"],"Recruit":["2027-01-11T10:00:00.000Z"],"Cover":["2027-01-12T13:00:00.000Z"],"Execute":["2027-01-13T06:00:00.000Z"],"Archive":["2027-04-13T04:00:00.000Z"],"Survey":["2027-04-27T10:00:00.000Z"]},"visit":1,"correlation":"req_01mba20380dddddddddddddde6"}', '{"token":"sfn1.d-1-2-DSm4QULqlNQQLd9l1gSBckfu","at":"2027-01-06T02:00:00.000Z","attempt":0,"activityId":"act_01mba20380dddddddddddddde7","generation":1,"visit":1,"plan":{"Propose":["2027-01-11T10:00:00.000Z"],"Recruit":["2027-01-11T10:00:00.000Z"],"Cover":["2027-01-12T13:00:00.000Z"],"Execute":["2027-01-13T06:00:00.000Z"],"Archive":["2027-04-13T04:00:00.000Z"],"Survey":["2027-04-27T10:00:00.000Z"]},"correlation":"req_01mba20380dddddddddddddde6"}');
INSERT INTO branch VALUES (14, 1, 1799661601000, '{"id":1,"index":0,"state":"Recruit","phase":"answer","previousEventId":7,"enteredEventId":4,"enteredAt":1798855200000,"retries":0,"retriesByRule":[],"timeoutAt":1799661601000,"task":{"attempt":1,"functionName":"Recruit"}}', '{"activityId":"act_01mba20380ddddddddddddddec","generation":1,"stage":"Recruit","plan":{"Propose":["2027-01-11T10:00:00.000Z"],"Recruit":["2027-01-11T10:00:00.000Z"],"Cover":["2027-01-12T13:00:00.000Z"],"Execute":["2027-01-13T06:00:00.000Z"],"Archive":["2027-04-13T04:00:00.000Z"],"Survey":["2027-04-27T10:00:00.000Z"]},"correlation":"req_01mba20380ddddddddddddddeb"}', '{"activityId":"act_01mba20380ddddddddddddddec","generation":1,"plan":{"Propose":["2027-01-11T10:00:00.000Z"],"Recruit":["2027-01-11T10:00:00.000Z"],"Cover":["2027-01-12T13:00:00.000Z"],"Execute":["2027-01-13T06:00:00.000Z"],"Archive":["2027-04-13T04:00:00.000Z"],"Survey":["2027-04-27T10:00:00.000Z"]},"visit":0,"correlation":"req_01mba20380ddddddddddddddeb"}', '{"token":"sfn1.e-1-1-JH5kQoKrDLPcfGjscoFwNIKf","at":"2027-01-02T02:00:00.000Z","attempt":0,"activityId":"act_01mba20380ddddddddddddddec","generation":1,"visit":0,"plan":{"Propose":["2027-01-11T10:00:00.000Z"],"Recruit":["2027-01-11T10:00:00.000Z"],"Cover":["2027-01-12T13:00:00.000Z"],"Execute":["2027-01-13T06:00:00.000Z"],"Archive":["2027-04-13T04:00:00.000Z"],"Survey":["2027-04-27T10:00:00.000Z"]},"correlation":"req_01mba20380ddddddddddddddeb"}');
INSERT INTO branch VALUES (15, 1, 1799661601000, '{"id":1,"index":0,"state":"Propose","phase":"answer","previousEventId":7,"enteredEventId":4,"enteredAt":1798855200000,"retries":0,"retriesByRule":[],"timeoutAt":1799661601000,"task":{"attempt":1,"functionName":"Propose"}}', '{"activityId":"act_01mba20380ddddddddddddddeh","generation":1,"stage":"Propose","plan":{"Propose":["2027-01-11T10:00:00.000Z"],"Recruit":["2027-01-11T10:00:00.000Z"],"Cover":["2027-01-12T13:00:00.000Z"],"Execute":["2027-01-13T06:00:00.000Z"],"Archive":["2027-04-13T04:00:00.000Z"],"Survey":["2027-04-27T10:00:00.000Z"]},"correlation":"req_01mba20380ddddddddddddddeg"}', '{"activityId":"act_01mba20380ddddddddddddddeh","generation":1,"plan":{"Propose":["2027-01-11T10:00:00.000Z"],"Recruit":["2027-01-11T10:00:00.000Z"],"Cover":["2027-01-12T13:00:00.000Z"],"Execute":["2027-01-13T06:00:00.000Z"],"Archive":["2027-04-13T04:00:00.000Z"],"Survey":["2027-04-27T10:00:00.000Z"]},"visit":0,"correlation":"req_01mba20380ddddddddddddddeg"}', '{"token":"sfn1.f-1-1-1WIj4lUg6L2Qr9LjFla27udo","at":"2027-01-02T02:00:00.000Z","attempt":0,"activityId":"act_01mba20380ddddddddddddddeh","generation":1,"visit":0,"plan":{"Propose":["2027-01-11T10:00:00.000Z"],"Recruit":["2027-01-11T10:00:00.000Z"],"Cover":["2027-01-12T13:00:00.000Z"],"Execute":["2027-01-13T06:00:00.000Z"],"Archive":["2027-04-13T04:00:00.000Z"],"Survey":["2027-04-27T10:00:00.000Z"]},"correlation":"req_01mba20380ddddddddddddddeg"}');
INSERT INTO branch VALUES (16, 1, 1799748001000, '{"id":1,"index":0,"state":"Propose","phase":"answer","previousEventId":7,"enteredEventId":4,"enteredAt":1798855200000,"retries":0,"retriesByRule":[],"timeoutAt":1799748001000,"task":{"attempt":1,"functionName":"Propose"}}', '{"activityId":"act_01mba20380ddddddddddddddep","generation":1,"stage":"Propose","plan":{"Propose":["2027-01-12T10:00:00.000Z"],"Recruit":["2027-01-12T10:00:00.000Z"],"Cover":["2027-01-13T13:00:00.000Z"],"Execute":["2027-01-14T06:00:00.000Z"],"Archive":["2027-04-14T04:00:00.000Z"],"Survey":["2027-04-28T10:00:00.000Z"]},"correlation":"req_01mba20380dddddddddddddden"}', '{"activityId":"act_01mba20380ddddddddddddddep","generation":1,"plan":{"Propose":["2027-01-12T10:00:00.000Z"],"Recruit":["2027-01-12T10:00:00.000Z"],"Cover":["2027-01-13T13:00:00.000Z"],"Execute":["2027-01-14T06:00:00.000Z"],"Archive":["2027-04-14T04:00:00.000Z"],"Survey":["2027-04-28T10:00:00.000Z"]},"visit":0,"correlation":"req_01mba20380dddddddddddddden"}', '{"token":"sfn1.g-1-1-NtHq-QmhholJ1XpC8vKTCCkc","at":"2027-01-02T02:00:00.000Z","attempt":0,"activityId":"act_01mba20380ddddddddddddddep","generation":1,"visit":0,"plan":{"Propose":["2027-01-12T10:00:00.000Z"],"Recruit":["2027-01-12T10:00:00.000Z"],"Cover":["2027-01-13T13:00:00.000Z"],"Execute":["2027-01-14T06:00:00.000Z"],"Archive":["2027-04-14T04:00:00.000Z"],"Survey":["2027-04-28T10:00:00.000Z"]},"correlation":"req_01mba20380dddddddddddddden"}');
INSERT INTO branch VALUES (17, 1, 1801447200000, '{"id":1,"index":0,"state":"Committee","phase":"answer","previousEventId":28,"enteredEventId":25,"enteredAt":1798855200000,"retries":0,"retriesByRule":[],"timeoutAt":1801447200000,"task":{"attempt":4,"functionName":"Committee"}}', '{"ExecutedVersion":"$LATEST","Payload":{},"SdkHttpMetadata":{"HttpStatusCode":200},"SdkResponseMetadata":{},"StatusCode":200}', '{"year":2024,"run":1,"generation":1,"shards":1,"plan":{"Committee":[],"Notice":[]},"visit":0,"correlation":"req_01mba20380ddddddddddddddfr"}', '{"token":"sfn1.h-1-4-BCPgkZiD6mwN6mllSHJ0qkUK","at":"2027-01-02T02:00:00.000Z","attempt":0,"year":2024,"run":1,"generation":1,"visit":0,"plan":{"Committee":[],"Notice":[]},"correlation":"req_01mba20380ddddddddddddddfr"}');
INSERT INTO branch VALUES (18, 1, 1799661601000, '{"id":1,"index":0,"state":"Recruit","phase":"answer","previousEventId":7,"enteredEventId":4,"enteredAt":1799200800000,"retries":0,"retriesByRule":[],"timeoutAt":1799661601000,"task":{"attempt":1,"functionName":"Recruit"}}', '{"activityId":"act_01mbmbjz80ddddddddddddddde","generation":1,"stage":"Recruit","plan":{"Propose":["2027-01-11T10:00:00.000Z"],"Recruit":["2027-01-11T10:00:00.000Z"],"Cover":["2027-01-12T13:00:00.000Z"],"Execute":["2027-01-13T06:00:00.000Z"],"Archive":["2027-04-13T04:00:00.000Z"],"Survey":["2027-04-27T10:00:00.000Z"]},"correlation":"req_01mbmbjz80dddddddddddddddd"}', '{"activityId":"act_01mbmbjz80ddddddddddddddde","generation":1,"plan":{"Propose":["2027-01-11T10:00:00.000Z"],"Recruit":["2027-01-11T10:00:00.000Z"],"Cover":["2027-01-12T13:00:00.000Z"],"Execute":["2027-01-13T06:00:00.000Z"],"Archive":["2027-04-13T04:00:00.000Z"],"Survey":["2027-04-27T10:00:00.000Z"]},"visit":0,"correlation":"req_01mbmbjz80dddddddddddddddd"}', '{"token":"sfn1.i-1-1--Qw6kkHLLEGM-kmYu8EB_2D_","at":"2027-01-06T02:00:00.000Z","attempt":0,"activityId":"act_01mbmbjz80ddddddddddddddde","generation":1,"visit":0,"plan":{"Propose":["2027-01-11T10:00:00.000Z"],"Recruit":["2027-01-11T10:00:00.000Z"],"Cover":["2027-01-12T13:00:00.000Z"],"Execute":["2027-01-13T06:00:00.000Z"],"Archive":["2027-04-13T04:00:00.000Z"],"Survey":["2027-04-27T10:00:00.000Z"]},"correlation":"req_01mbmbjz80dddddddddddddddd"}');
