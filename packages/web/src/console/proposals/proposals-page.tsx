import { Missing } from "../layout/missing.tsx";

export default function ProposalsPage() {
  return <Missing />;
}
