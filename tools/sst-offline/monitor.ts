import { answered, madeBy } from "./answers.ts";
import { policyDocument } from "./policy-document.ts";
import type { Answer, Mocks, Monitor, OutputsRequest, Pulumi, RegisterRequest } from "./pulumi.ts";

/** What a program registered, as it went over the wire. */
export interface Seen {
  urn: string;
  type: string;
  name: string;
  custom: boolean;
  parent: string | undefined;
  inputs: Record<string, unknown>;
  options: { protect: boolean; retainOnDelete: boolean; ignoreChanges: string[] };
}

/** Answers for the provider: a resource has what it was given, and what AWS would add. */
export function mocksFor(region: string): Mocks {
  const made = madeBy(region);
  return {
    newResource({ type, name, inputs, custom }) {
      if (!custom) return { id: undefined, state: inputs };
      const isAws = type.startsWith("aws:");
      const state = { ...inputs, ...(isAws ? { name: inputs.name ?? name, region } : {}) };
      const physical = String(inputs.name ?? inputs.bucket ?? name);
      const id = isAws ? physical.replace(/[^\w./-]/g, "") : `${name}-id`;
      return { id, state: { ...state, ...made(type, state, id) } };
    },
    call: ({ token, inputs }) =>
      token === "aws:iam/getPolicyDocument:getPolicyDocument"
        ? policyDocument(inputs)
        : answered(region, token, inputs),
  };
}

/** Pulumi's own mock monitor, which also writes down what it is told. */
export function recordingMonitor(pulumi: Pulumi, mocks: Mocks, stack: { project: string; stage: string }) {
  const seen: Seen[] = [];
  const outputs = new Map<string, Record<string, unknown> | undefined>();
  class Recorder extends pulumi.MockMonitor implements Monitor {
    /** The engine leaves the stack's own type out of a child's qualified type, which SST counts on. */
    newUrn(parent: string | undefined, type: string, name: string): string {
      const above = parent?.split("::")[2];
      const qualified = above && above !== "pulumi:pulumi:Stack" ? `${above}$${type}` : type;
      return `urn:pulumi:${[stack.stage, stack.project, qualified, name].join("::")}`;
    }

    override async registerResource(request: RegisterRequest, answer: Answer): Promise<void> {
      await super.registerResource(request, (error, response) => {
        if (response) seen.push(seenIn(request, response.getUrn()));
        answer(error, response);
      });
    }

    override registerResourceOutputs(request: OutputsRequest, answer: Answer): void {
      outputs.set(request.getUrn(), request.getOutputs()?.toJavaScript());
      super.registerResourceOutputs(request, answer);
    }
  }
  return { monitor: new Recorder(mocks), seen, outputs };
}

const seenIn = (request: RegisterRequest, urn: string): Seen => ({
  urn,
  type: request.getType(),
  name: request.getName(),
  custom: request.getCustom(),
  parent: request.getParent() || undefined,
  inputs: request.getObject()?.toJavaScript() ?? {},
  options: {
    protect: request.getProtect(),
    retainOnDelete: request.getRetainondelete(),
    ignoreChanges: request.getIgnorechangesList(),
  },
});
