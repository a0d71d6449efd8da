/** Something that runs workflows of ten durable steps, ready to be measured. */
export interface Subject {
  /** How it was set up, in one line: what is a step, what waits for the disk, how one learns of the end. */
  readonly setUp: string;
  /** Starts a workflow and resolves once its end is durable. */
  run(): Promise<void>;
  close(): Promise<void>;
}

/** Why something cannot be measured here, in one line. */
export class Absent extends Error {}

/** Opens a subject in an empty directory. @throws {Absent} */
export type Open = (directory: string) => Promise<Subject>;

export const stepCount = 10;
