import { Missing } from "../layout/missing.tsx";

export default function ImportsPage() {
  return <Missing />;
}
