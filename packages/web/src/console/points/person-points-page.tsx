import { Missing } from "../layout/missing.tsx";

export default function PersonPointsPage() {
  return <Missing />;
}
