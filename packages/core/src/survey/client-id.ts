/** How many clients one stored item holds. */
export const CHUNK = 100;

/** The id of the n-th client, n from 0. */
export const clientIdOf = (index: number): string => `cli_${String(index + 1).padStart(4, "0")}`;

/** Which stored item holds a client, from 0. */
export const chunkOf = (clientId: string): number => Math.floor((Number(clientId.slice(4)) - 1) / CHUNK);
