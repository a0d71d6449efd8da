import { Missing } from "../layout/missing.tsx";

export default function AuditPage() {
  return <Missing />;
}
