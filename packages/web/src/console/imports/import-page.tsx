import { Missing } from "../layout/missing.tsx";

export default function ImportPage() {
  return <Missing />;
}
