import { Missing } from "../layout/missing.tsx";

export default function RegisterPage() {
  return <Missing />;
}
