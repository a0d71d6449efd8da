import { Missing } from "../layout/missing.tsx";

export default function NewPage() {
  return <Missing />;
}
