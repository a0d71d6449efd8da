import { Missing } from "../layout/missing.tsx";

export default function CoversPage() {
  return <Missing />;
}
