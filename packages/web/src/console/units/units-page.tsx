import { Missing } from "../layout/missing.tsx";

export default function UnitsPage() {
  return <Missing />;
}
