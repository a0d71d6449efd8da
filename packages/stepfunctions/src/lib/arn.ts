/** The one region and account of this engine. */
export const region = "us-east-1";
const account = "000000000000";
const prefix = `arn:aws:states:${region}:${account}`;

export const machineArn = (name: string): string => `${prefix}:stateMachine:${name}`;
export const executionArn = (machineName: string, name: string): string => `${prefix}:execution:${machineName}:${name}`;
export const isStateArn = (arn: string): boolean => /^arn:[^:]+:states:[^:]*:[^:]*:\w+:.+/.test(arn);
