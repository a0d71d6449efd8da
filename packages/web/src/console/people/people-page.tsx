import { Missing } from "../layout/missing.tsx";

export default function PeoplePage() {
  return <Missing />;
}
