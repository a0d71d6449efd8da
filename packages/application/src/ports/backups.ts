/** How the copies of one machine stand. */
export interface BackupState {
  /** Where they are kept. */
  directory: string;
  /** How many whole ones there are. */
  copies: number;
  /** Instant of the newest, ISO-8601 UTC. */
  lastAt?: string;
  isUnderWay: boolean;
  /** Whether there is none of the last two days. */
  isOverdue: boolean;
  /** The last try, when it failed, with its code. */
  lastFailedAt?: string;
  lastFault?: string;
}

/** The copies that a machine makes of itself; on AWS the tables' own backups take their place. */
export interface Backups {
  state(): Promise<BackupState>;
}
