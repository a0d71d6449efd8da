/** Says that effects were committed. On AWS it invokes the outbox function; on one machine it runs in process. A sweep takes what is missed. */
export type Wake = () => void;
