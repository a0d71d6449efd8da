import { Missing } from "../layout/missing.tsx";

export default function ProposalPage() {
  return <Missing />;
}
