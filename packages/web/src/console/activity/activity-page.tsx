import { Missing } from "../layout/missing.tsx";

export default function ActivityPage() {
  return <Missing />;
}
