import { Missing } from "../layout/missing.tsx";

export default function DeedsPage() {
  return <Missing />;
}
