import { UserPlus } from "lucide-react";
import { AddLine } from "#renderer/fields/AddLine.tsx";

interface AddPersonProps {
  readonly onAdd: (name: string) => void;
  readonly framed?: boolean;
}

export function AddPerson({ onAdd, framed = false }: AddPersonProps) {
  return (
    <AddLine
      look={framed ? "framed" : "foot"}
      size="sm"
      label="Add a person"
      placeholder="Add a person by name"
      icon={<UserPlus size={16} aria-hidden />}
      onAdd={onAdd}
    />
  );
}
