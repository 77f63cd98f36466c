import { Pencil, X } from "lucide-react";
import { useState } from "react";
import {
  addGateEvidence,
  type CriterionPlace,
  editGateEvidence,
  removeGateEvidence,
} from "#renderer/commands/gates.ts";
import { useApp, useReadOnly, useUi } from "#renderer/commands/hooks.ts";
import { OutsideLink } from "#renderer/fields/OutsideLink.tsx";
import { IconButton } from "#renderer/ui/Button.tsx";
import { formatDayNear } from "#shared/domain/day.ts";
import type { Evidence } from "#shared/domain/gate.ts";
import styles from "./Evidence.module.css";
import { EvidenceForm } from "./EvidenceForm.tsx";
import gatesStyles from "./Gates.module.css";

interface EvidenceListProps {
  readonly place: CriterionPlace;
  readonly evidence: readonly Evidence[];
}

/** What shows that a criterion is met, and a form for more. */
export function EvidenceList({ place, evidence }: EvidenceListProps) {
  const app = useApp();
  const readOnly = useReadOnly();
  const today = useUi((state) => state.today);
  const [editing, setEditing] = useState<string | null>(null);
  const [added, setAdded] = useState(0);
  return (
    <div className={styles.evidence}>
      {evidence.length > 0 && (
        <ul aria-label="Evidence">
          {evidence.map((one) => (
            <li key={one.id}>
              {editing === one.id ? (
                <EvidenceForm
                  start={one}
                  saveWord="Save"
                  onCancel={() => setEditing(null)}
                  onSave={(to) => {
                    editGateEvidence(app, place, one.id, to);
                    setEditing(null);
                    return true;
                  }}
                />
              ) : (
                <Line one={one} onEdit={() => setEditing(one.id)} place={place} />
              )}
            </li>
          ))}
        </ul>
      )}
      {evidence.length === 0 && readOnly && <p className={gatesStyles.quiet}>Nothing shows it yet.</p>}
      {!readOnly && editing === null && (
        <EvidenceForm
          key={added}
          start={{ note: "", figure: "", link: "", on: today }}
          saveWord="Add evidence"
          autoFocus={added > 0 || evidence.length === 0}
          onSave={(input) => {
            const isAdded = addGateEvidence(app, place, input);
            if (isAdded) setAdded(added + 1);
            return isAdded;
          }}
        />
      )}
    </div>
  );
}

interface LineProps {
  readonly one: Evidence;
  readonly place: CriterionPlace;
  readonly onEdit: () => void;
}

function Line({ one, place, onEdit }: LineProps) {
  const app = useApp();
  const readOnly = useReadOnly();
  const today = useUi((state) => state.today);
  const name = one.figure || one.note || one.link;
  return (
    <div className={styles.seen}>
      <div className={styles.seenWords}>
        {one.figure !== "" && <span className={styles.figure}>{one.figure}</span>}
        {one.note !== "" && <span className={gatesStyles.note}>{one.note}</span>}
        {one.link !== "" && <OutsideLink link={one.link} />}
        {one.on !== null && <span className={gatesStyles.quiet}>Seen {formatDayNear(one.on, today)}</span>}
      </div>
      {!readOnly && (
        <>
          <IconButton label={`Edit evidence: ${name}`} size="sm" onPress={onEdit}>
            <Pencil size={13} />
          </IconButton>
          <IconButton
            label={`Delete evidence: ${name}`}
            size="sm"
            onPress={() => removeGateEvidence(app, place, one.id)}
          >
            <X size={14} />
          </IconButton>
        </>
      )}
    </div>
  );
}
