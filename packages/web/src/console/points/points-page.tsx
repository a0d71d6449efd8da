import { Missing } from "../layout/missing.tsx";

export default function PointsPage() {
  return <Missing />;
}
