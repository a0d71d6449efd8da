import { Missing } from "../layout/missing.tsx";

export default function PersonPage() {
  return <Missing />;
}
