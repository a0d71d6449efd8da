import type { StateType } from "../asl/definition.ts";
import type { Way } from "./graph.ts";

/** A state's place, in pixels from the top left of its drawing. */
export interface Box {
  readonly state: string;
  readonly type: StateType;
  /** The last of its scope. */
  readonly ends: boolean;
  /** It can lead to itself. */
  readonly loops: boolean;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  /** What lies inside a Parallel or Map. */
  readonly inner: readonly { readonly x: number; readonly y: number; readonly drawing: Drawing }[];
}

/** A way as a line through its corners; the last one is where its arrow points. */
export interface Line extends Way {
  readonly corners: readonly (readonly [x: number, y: number])[];
}

export interface Drawing {
  readonly width: number;
  readonly height: number;
  readonly start: string;
  readonly boxes: readonly Box[];
  readonly lines: readonly Line[];
}
