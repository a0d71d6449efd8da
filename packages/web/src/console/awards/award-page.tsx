import { Missing } from "../layout/missing.tsx";

export default function AwardPage() {
  return <Missing />;
}
