import { Missing } from "../layout/missing.tsx";

export default function ScreenPage() {
  return <Missing />;
}
