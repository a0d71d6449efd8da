/** The alliance's zone, and the instant that it is now. */
export interface Clock {
  zone: string;
  now: string;
}
