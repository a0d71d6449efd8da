import { createHmac, timingSafeEqual } from "node:crypto";

export interface TaskRef {
  readonly executionId: number;
  readonly branchId: number;
  readonly attempt: number;
}

const prefix = "sfn1.";
const macBytes = 18;

/** A task token is a reference to an attempt with its MAC: no token has to be stored, and none can be forged. */
export function openTaskTokens(secret: Buffer) {
  const mac = (text: string) => createHmac("sha256", secret).update(text).digest().subarray(0, macBytes);
  return {
    make({ executionId, branchId, attempt }: TaskRef): string {
      const text = `${executionId.toString(36)}-${branchId.toString(36)}-${attempt.toString(36)}`;
      return `${prefix}${text}-${mac(text).toString("base64url")}`;
    },
    /** undefined for a token that this engine did not issue. */
    read(token: string): TaskRef | undefined {
      const parts = /^sfn1\.(([0-9a-z]{1,11})-([0-9a-z]{1,11})-([0-9a-z]{1,11}))-([A-Za-z0-9_-]{24})$/.exec(token);
      const [, text, execution, branch, attempt, given] = parts ?? [];
      if (!text || !execution || !branch || !attempt || !given) return undefined;
      if (!timingSafeEqual(mac(text), Buffer.from(given, "base64url"))) return undefined;
      const [executionId, branchId, attemptId] = [execution, branch, attempt].map((each) => Number.parseInt(each, 36));
      if (executionId === undefined || branchId === undefined || attemptId === undefined) return undefined;
      return { executionId, branchId, attempt: attemptId };
    },
  };
}
