import { type FormEvent, useState } from "react";
import { useApp, usePlan, useUi } from "#renderer/commands/hooks.ts";
import { solveByDecision } from "#renderer/commands/issues.ts";
import { likelyDecider, livingMe, record } from "#renderer/commands/records.ts";
import { useUnsaved } from "#renderer/commands/unsaved.ts";
import { MoneyField } from "#renderer/fields/MoneyField.tsx";
import { MatterField } from "#renderer/record/DecisionFacts.tsx";
import { DialogField } from "#renderer/record/DialogField.tsx";
import form from "#renderer/record/Form.module.css";
import { TouchedItems } from "#renderer/record/Items.tsx";
import { RightLine } from "#renderer/record/RightLine.tsx";
import { Button } from "#renderer/ui/Button.tsx";
import { Dialog } from "#renderer/ui/Dialog.tsx";
import { PersonPicker } from "#renderer/ui/PersonPicker.tsx";
import { Select } from "#renderer/ui/Select.tsx";
import { TextInput } from "#renderer/ui/TextInput.tsx";
import { createDecision } from "#shared/domain/decision.ts";
import { rightStanding } from "#shared/domain/decisionRecords.ts";
import type { Id } from "#shared/domain/fields.ts";
import { issueName } from "#shared/domain/issues.ts";
import type { DecisionInput } from "#shared/domain/operations/records.ts";
import type { Plan } from "#shared/domain/plan.ts";

interface RecordDecisionDialogProps {
  readonly itemIds: readonly Id[];
  /** The issue that it solves. */
  readonly issueId?: Id | undefined;
  readonly onClose: () => void;
}

const STATES = [
  { value: "accepted", label: "It is decided" },
  { value: "proposed", label: "It is only proposed" },
] as const;

/** What is decided, by whom and about what; Enter records it. The rest is written on its page. */
export function RecordDecisionDialog({ itemIds, issueId, onClose }: RecordDecisionDialogProps) {
  const app = useApp();
  const plan = usePlan();
  const [state, setState] = useState<"accepted" | "proposed">("accepted");
  const [decidedById, setDecider] = useState(() => likelyDecider(app));
  const [decisionRightId, setMatter] = useState<Id | null>(null);
  const [amount, setAmount] = useState<number | null>(null);
  const [touched, setTouched] = useState(itemIds);
  const [text, setText] = useUnsaved("decision");
  const issue = issueId === undefined ? undefined : plan.issues.get(issueId);
  const input = { name: text, state, decidedById, decisionRightId, amount, itemIds: touched };
  function submit(event: FormEvent): void {
    event.preventDefault();
    const whole = { ...input, recordedById: livingMe(app) };
    const id = issueId === undefined ? record(app, whole) : solveByDecision(app, issueId, whole);
    if (id === null) return;
    setText("");
    onClose();
  }
  return (
    <Dialog
      title={issue ? "Solve by a decision" : "Record a decision"}
      onClose={onClose}
      footer={
        <Button variant="primary" type="submit" form="record-decision" isDisabled={text.trim() === ""}>
          Record
        </Button>
      }
    >
      <form id="record-decision" onSubmit={submit}>
        {issue && <p className={form.what}>To solve: {issueName(issue)}</p>}
        <TextInput
          autoFocus
          label="What is decided?"
          placeholder="We take the small kitchen for a year"
          value={text}
          onChange={setText}
        />
        <div className={form.form}>
          <DialogField label="State">
            <Select framed label="State" value={state} options={STATES} onChange={setState} />
          </DialogField>
          <DialogField label={state === "accepted" ? "Decided by" : "To decide"}>
            <PersonPicker
              framed
              label="Decided by"
              people={[...plan.people.values()]}
              value={decidedById}
              onChange={setDecider}
            />
          </DialogField>
          <DialogField label="Matter">
            <MatterField framed value={decisionRightId} onChange={setMatter} />
          </DialogField>
          <DialogField label="Commits">
            <span className={form.money}>
              <MoneyField
                label="Commits, an amount"
                value={amount}
                placeholder="No amount"
                onChange={setAmount}
              />
            </span>
          </DialogField>
          <DialogField label="Touches">
            <TouchedItems isPlain label="Touches" value={touched} onChange={setTouched} />
          </DialogField>
        </div>
        {decisionRightId !== null && (
          <div className={form.right}>
            <Check plan={plan} input={input} />
          </div>
        )}
        <button type="submit" hidden />
      </form>
    </Dialog>
  );
}

/** Whether that would be inside the right, before it is recorded. */
function Check({ plan, input }: { readonly plan: Plan; readonly input: DecisionInput }) {
  const today = useUi((state) => state.today);
  const ids = { id: "about to be", roadmapId: plan.roadmap.id, recordedAt: `${today}T00:00:00.000Z` };
  return <RightLine standing={rightStanding(plan, createDecision({ ...input, ...ids }))} />;
}
