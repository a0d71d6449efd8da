import { Missing } from "../layout/missing.tsx";

export default function RulesPage() {
  return <Missing />;
}
