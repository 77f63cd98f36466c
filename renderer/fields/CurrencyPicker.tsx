import { ChevronDown } from "lucide-react";
import { Button as AriaButton } from "react-aria-components";
import { useApp, usePlan, useReadOnly } from "#renderer/commands/hooks.ts";
import { editRoadmap } from "#renderer/commands/people.ts";
import { Finder } from "#renderer/ui/Finder.tsx";
import { currencies } from "#shared/domain/money.ts";
import styles from "./CurrencyPicker.module.css";

/** What the roadmap's amounts are in. Choosing another changes the sign, never a number. */
export function CurrencyPicker({ framed = false }: { readonly framed?: boolean }) {
  const app = useApp();
  const readOnly = useReadOnly();
  const { currency } = usePlan().roadmap;
  return (
    <Finder
      label="Currency"
      placeholder="Find a currency"
      options={() => currencies(currency).map(({ code, name }) => ({ id: code, label: code, hint: name }))}
      selected={[currency]}
      onPick={(code) => editRoadmap(app, { currency: code }, { label: "Change currency" })}
      emptyText="No currency of that code."
      trigger={
        <AriaButton
          aria-label={`Currency: ${currency}`}
          isDisabled={readOnly}
          className={`${styles.field} ${framed ? styles.framed : ""}`}
        >
          {currency}
          <ChevronDown size={14} className={styles.chevron} aria-hidden />
        </AriaButton>
      }
    />
  );
}
