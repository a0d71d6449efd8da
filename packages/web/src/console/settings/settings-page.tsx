import { Missing } from "../layout/missing.tsx";

export default function SettingsPage() {
  return <Missing />;
}
