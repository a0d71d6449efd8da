import { Missing } from "../layout/missing.tsx";

export default function MessagesPage() {
  return <Missing />;
}
