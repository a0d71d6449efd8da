import type { Mine } from "../../shared/api/routes.ts";

/** What to mind about a position; it keeps nobody from signing up. */
export const Warnings = ({ of: offer }: { of: Pick<Mine["positions"][number], "faults" | "warnings"> | undefined }) =>
  offer?.faults.length === 0 &&
  offer.warnings.map(({ message }) => (
    <div key={message} className="soon-text">
      {message}
    </div>
  ));
