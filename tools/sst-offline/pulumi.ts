import { createRequire } from "node:module";
import { join } from "node:path";

interface Struct {
  toJavaScript(): Record<string, unknown>;
}
export interface RegisterRequest {
  getType(): string;
  getName(): string;
  getCustom(): boolean;
  getParent(): string;
  getObject(): Struct | undefined;
  getProtect(): boolean;
  getRetainondelete(): boolean;
  getIgnorechangesList(): string[];
}
export interface OutputsRequest {
  getUrn(): string;
  getOutputs(): Struct | undefined;
}
export type Answer = (error: unknown, response?: { getUrn(): string }) => void;

export interface Mocks {
  newResource(made: { type: string; name: string; inputs: Record<string, unknown>; custom?: boolean }): {
    id: string | undefined;
    state: Record<string, unknown>;
  };
  call(asked: { token: string; inputs: Record<string, unknown> }): Record<string, unknown>;
}

export interface Monitor {
  registerResource(request: RegisterRequest, answer: Answer): Promise<void>;
  registerResourceOutputs(request: OutputsRequest, answer: Answer): void;
}

/** The few parts of Pulumi's runtime that a dry run touches, as the platform's own program will load them. */
export interface Pulumi {
  setMocks(mocks: Mocks, project: string, stack: string, preview: boolean, organization: string): Promise<void>;
  setMockOptions(monitor: Monitor, project: string, stack: string, preview: boolean, organization: string): void;
  setAllConfig(config: Record<string, string>): void;
  runInPulumiStack(program: () => Promise<unknown>): Promise<unknown>;
  disconnect(): Promise<void>;
  MockMonitor: new (mocks: Mocks) => Monitor;
}

/** Loads them from the platform of a project's folder: another copy would be another runtime. */
export function loadPulumi(root: string): Pulumi {
  const load = createRequire(join(root, ".sst/platform/package.json"));
  const { runtime } = load("@pulumi/pulumi") as { runtime: Omit<Pulumi, "MockMonitor" | "setMockOptions"> };
  const { setMockOptions } = load("@pulumi/pulumi/runtime/settings") as Pick<Pulumi, "setMockOptions">;
  const { MockMonitor } = load("@pulumi/pulumi/runtime/mocks") as Pick<Pulumi, "MockMonitor">;
  return {
    setMocks: runtime.setMocks,
    setAllConfig: runtime.setAllConfig,
    runInPulumiStack: runtime.runInPulumiStack,
    disconnect: runtime.disconnect,
    setMockOptions,
    MockMonitor,
  };
}
