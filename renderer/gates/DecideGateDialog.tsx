import { type FormEvent, useState } from "react";
import { Radio, RadioGroup } from "react-aria-components";
import { recordVerdict } from "#renderer/commands/gates.ts";
import { useApp, usePlan, useUi } from "#renderer/commands/hooks.ts";
import { showDialog } from "#renderer/commands/navigation.ts";
import { DayField } from "#renderer/fields/DayField.tsx";
import { Button } from "#renderer/ui/Button.tsx";
import { Dialog } from "#renderer/ui/Dialog.tsx";
import { TextInput } from "#renderer/ui/TextInput.tsx";
import type { Day } from "#shared/domain/day.ts";
import type { Id } from "#shared/domain/fields.ts";
import { VERDICTS, type Verdict } from "#shared/domain/gate.ts";
import { type Gate, gateOf, signerOf } from "#shared/domain/gates.ts";
import { readinessLine, signerName, VERDICT_HINTS, VERDICT_WORDS } from "#shared/domain/gateWords.ts";
import type { Person } from "#shared/domain/person.ts";
import { count, isBlank, nameOrUntitled } from "#shared/domain/words.ts";
import styles from "./DecideGate.module.css";
import { GateMark } from "./GateMark.tsx";

interface DecideGateDialogProps {
  readonly stageId: Id;
  readonly onClose: () => void;
}

/** Go, hold, rework or stop, signed by the CEO. */
export function DecideGateDialog({ stageId, onClose }: DecideGateDialogProps) {
  const plan = usePlan();
  const gate = gateOf(plan, stageId);
  const signer = signerOf(plan);
  if (!gate) return null;
  if (!signer) return <NobodySigns onClose={onClose} />;
  return <Form gate={gate} signer={signer} onClose={onClose} />;
}

function NobodySigns({ onClose }: { readonly onClose: () => void }) {
  const app = useApp();
  return (
    <Dialog
      title="Nobody can sign yet"
      width="sm"
      onClose={onClose}
      footer={
        <Button variant="primary" autoFocus onPress={() => showDialog(app, { kind: "settings" })}>
          Open roadmap details
        </Button>
      }
    >
      <p>The CEO signs at a gate, and nobody is named as CEO. Name one in Roadmap details, then decide.</p>
    </Dialog>
  );
}

interface FormProps {
  readonly gate: Gate;
  readonly signer: Person;
  readonly onClose: () => void;
}

function Form({ gate, signer, onClose }: FormProps) {
  const app = useApp();
  const today = useUi((state) => state.today);
  const unmet = gate.musts.count - gate.musts.met;
  const [verdict, setVerdict] = useState<Verdict>(unmet > 0 || gate.musts.count === 0 ? "hold" : "go");
  const [note, setNote] = useState("");
  const [on, setOn] = useState<Day>(today);
  const [isAsked, setAsked] = useState(false);
  const needsReason = verdict === "go" && unmet > 0 && isBlank(note);
  function save(event?: FormEvent): void {
    event?.preventDefault();
    setAsked(true);
    if (!needsReason && recordVerdict(app, gate.stage.id, { verdict, note, on })) onClose();
  }
  return (
    <Dialog
      title={`Gate of ${nameOrUntitled(gate.stage.name, "stage")}`}
      onClose={onClose}
      footer={
        <>
          <span className={styles.signer}>Signed by {signerName(signer)}, CEO</span>
          <Button variant="primary" onPress={() => save()}>
            Record {VERDICT_WORDS[verdict]}
          </Button>
        </>
      }
    >
      <form onSubmit={save} className={styles.decide}>
        <p className={styles.readinessNow}>{readinessLine(gate)}</p>
        <Verdicts value={verdict} onChange={setVerdict} />
        <TextInput
          multiline
          maxLength={100_000}
          label={verdict === "go" && unmet > 0 ? "Why it goes on all the same" : "Note"}
          value={note}
          onChange={setNote}
          placeholder={verdict === "go" ? "" : "What has to happen before we look again"}
          problem={
            needsReason && isAsked
              ? `${count(unmet, "must-have")} ${unmet === 1 ? "is" : "are"} not met. Say why it goes on all the same.`
              : null
          }
        />
        <div className={styles.decidedOn}>
          <span aria-hidden>Decided on</span>
          <DayField label="Decided on" value={on} today={today} onChange={setOn} framed />
        </div>
      </form>
    </Dialog>
  );
}

interface VerdictsProps {
  readonly value: Verdict;
  readonly onChange: (verdict: Verdict) => void;
}

function Verdicts({ value, onChange }: VerdictsProps) {
  return (
    <RadioGroup
      aria-label="Decision"
      value={value}
      onChange={(chosen) => onChange(VERDICTS.find((verdict) => verdict === chosen) ?? value)}
      className={styles.verdicts ?? ""}
    >
      {VERDICTS.map((verdict) => (
        <Radio key={verdict} value={verdict} autoFocus={verdict === value} className={styles.verdict ?? ""}>
          <GateMark state={verdict} size={16} />
          <span>
            <span className={styles.verdictName}>{VERDICT_WORDS[verdict]}</span>
            <span className={styles.verdictHint}>{VERDICT_HINTS[verdict]}</span>
          </span>
        </Radio>
      ))}
    </RadioGroup>
  );
}
