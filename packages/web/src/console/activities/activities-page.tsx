import { Missing } from "../layout/missing.tsx";

export default function ActivitiesPage() {
  return <Missing />;
}
