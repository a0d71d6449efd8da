import type { StateType } from "../asl/definition.ts";
import type { Edge } from "./graph.ts";

/** The rectangle of a state, in pixels from the top left of its drawing. */
export interface Box {
  readonly state: string;
  readonly type: StateType;
  /** It has no edge to another state. */
  readonly ends: boolean;
  /** It has an edge to itself. */
  readonly loops: boolean;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  /** The drawings inside a Parallel or Map. */
  readonly inner: readonly { readonly x: number; readonly y: number; readonly drawing: Drawing }[];
}

/** An edge as a polyline; the last corner is the tip of its arrow. */
export interface Line extends Edge {
  readonly corners: readonly (readonly [x: number, y: number])[];
}

export interface Drawing {
  readonly width: number;
  readonly height: number;
  readonly start: string;
  readonly boxes: readonly Box[];
  readonly lines: readonly Line[];
}
