import { plain } from "./cell.ts";
import type { Row } from "./columns.ts";
import { type Doubt, numbersInDoubt } from "./employee-number.ts";
import { type Problem, problem } from "./problem.ts";

/** What is known beside the file when its employee numbers are read. */
export interface NumberContext {
  storedNumbers: readonly string[];
  /** Somebody says that the numbers are right as they are written. */
  numbersAsWritten?: boolean | undefined;
}

/** The fault of each row, by its index, whose employee number may have lost its leading zeros. */
export function doubtsOf(
  rows: readonly Row[],
  { storedNumbers, numbersAsWritten }: NumberContext,
): Map<number, Problem> {
  if (numbersAsWritten) return new Map();
  const cells = rows.map((row) => row.cell("工号"));
  const doubts = numbersInDoubt(cells, storedNumbers);
  return new Map([...doubts].map(([index, doubt]) => [index, asProblem(doubt, plain(cells[index]?.text ?? ""))]));
}

function asProblem(doubt: Doubt, value: string): Problem {
  const at = { column: "工号", value };
  if (doubt.kind === "cell") return problem("employee_number_not_text", at);
  const choices = [value.padStart(doubt.width, "0")];
  return problem("employee_number_zeros_lost", { ...at, limit: doubt.width, choices });
}
