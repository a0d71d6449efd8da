import { Missing } from "../layout/missing.tsx";

export default function AwardsPage() {
  return <Missing />;
}
