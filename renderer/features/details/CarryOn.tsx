import { UserX } from "lucide-react";
import { canBeHandedOver, openHandOver } from "#renderer/commands/delegation.ts";
import { useApp, usePlan, useReadOnly } from "#renderer/commands/hooks.ts";
import { Button } from "#renderer/ui/Button.tsx";
import { gapOf, gapWords } from "#shared/domain/engagement.ts";
import type { OutlineNode } from "#shared/domain/outline.ts";
import styles from "./CarryOn.module.css";

/** Said where the work lies outside the engagement of whoever has it; nothing otherwise. */
export function CarryOn({ node }: { readonly node: OutlineNode }) {
  const app = useApp();
  const plan = usePlan();
  const readOnly = useReadOnly();
  const gap = gapOf(plan.people, node);
  if (!gap) return null;
  return (
    <div className={styles.gap}>
      <p className={styles.words}>
        <UserX size={14} aria-hidden />
        {gapWords(plan.people, gap)}
      </p>
      {!readOnly && canBeHandedOver(plan, node.item.id) && (
        <Button size="sm" onPress={() => openHandOver(app, node.item.id)}>
          Hand over…
        </Button>
      )}
    </div>
  );
}
