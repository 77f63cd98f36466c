import { type ReactNode, useState } from "react";
import { useApp, usePlan, useUi } from "#renderer/commands/hooks.ts";
import { makeTasks } from "#renderer/commands/procedures.ts";
import { DayField } from "#renderer/fields/DayField.tsx";
import { PlacePicker } from "#renderer/fields/PlacePicker.tsx";
import { Button } from "#renderer/ui/Button.tsx";
import { Dialog } from "#renderer/ui/Dialog.tsx";
import { PersonPicker, personName } from "#renderer/ui/PersonPicker.tsx";
import type { Day } from "#shared/domain/day.ts";
import type { Id } from "#shared/domain/fields.ts";
import { type AskedRole, rolesToAsk } from "#shared/domain/operations/procedureTasks.ts";
import { outlineOf } from "#shared/domain/outline.ts";
import { firstLive } from "#shared/domain/people.ts";
import type { Plan } from "#shared/domain/plan.ts";
import type { Procedure } from "#shared/domain/procedure.ts";
import { procedureName } from "#shared/domain/procedureStanding.ts";
import { personForRole } from "#shared/domain/roles.ts";
import { totalMinutes } from "#shared/domain/steps.ts";
import { count, minutesWords } from "#shared/domain/words.ts";
import { calendarTable } from "#shared/schedule/calendar.ts";
import styles from "./MakeTasks.module.css";

interface MakeTasksDialogProps {
  readonly procedureId: Id;
  readonly onClose: () => void;
}

/** Where the tasks go, when they begin, and who takes what cannot be told from the roles. */
export function MakeTasksDialog({ procedureId, onClose }: MakeTasksDialogProps) {
  const plan = usePlan();
  const procedure = plan.procedures.get(procedureId);
  return procedure ? <Form plan={plan} procedure={procedure} onClose={onClose} /> : null;
}

interface FormProps {
  readonly plan: Plan;
  readonly procedure: Procedure;
  readonly onClose: () => void;
}

function Form({ plan, procedure, onClose }: FormProps) {
  const app = useApp();
  const today = useUi((state) => state.today);
  const meId = useUi((state) => state.meId);
  const selection = useUi((state) => state.selection);
  const asked = rolesToAsk(plan, procedure);
  const [parentId, setParent] = useState<Id | null>(() => firstPlace(plan, selection));
  const [start, setStart] = useState<Day>(() => calendarTable(plan.roadmap.calendar).onOrAfter(today));
  const [byId, setBy] = useState<Id | null>(() =>
    firstLive(plan, [meId, plan.roadmap.cooId, plan.roadmap.ceoId]),
  );
  const [named, setNamed] = useState<ReadonlyMap<string, Id | null>>(
    () => new Map(asked.map(({ key, candidates }) => [key, candidates[0]?.id ?? null])),
  );
  const people = [...plan.people.values()];
  function make(): void {
    if (parentId !== null && makeTasks(app, procedure.id, { parentId, start, byId, named })) onClose();
  }
  return (
    <Dialog
      title="Make tasks of this workflow"
      onClose={onClose}
      footer={
        <Button variant="primary" isDisabled={parentId === null} onPress={make}>
          Make {count(procedure.steps.length, "task")}
        </Button>
      }
    >
      <p className={styles.what}>
        {procedureName(procedure)}: {count(procedure.steps.length, "step")},{" "}
        {minutesWords(totalMinutes(procedure.steps))}. Each becomes a task and starts after the one before.
      </p>
      <div className={styles.form}>
        <Field label="Put under">
          <PlacePicker plan={plan} value={parentId} onChange={setParent} />
        </Field>
        <Field label="Begins">
          <DayField framed label="Begins" value={start} today={today} onChange={setStart} />
        </Field>
        <Field label="Handed over by">
          <PersonPicker framed label="Handed over by" people={people} value={byId} onChange={setBy} />
        </Field>
        {asked.map((role) => (
          <Field key={role.key} label={role.role}>
            <PersonPicker
              framed
              label={role.role}
              people={people}
              value={named.get(role.key) ?? null}
              onChange={(id) => setNamed(new Map([...named, [role.key, id]]))}
            />
            <p className={styles.hint}>{whyAsked(role)}</p>
          </Field>
        ))}
      </div>
      <p className={styles.hint}>{plainWords(plan, procedure)}</p>
    </Dialog>
  );
}

function whyAsked({ candidates, stepCount }: AskedRole): string {
  const steps = count(stepCount, "step");
  if (candidates.length === 0) return `Nobody has this role yet; it has ${steps}.`;
  return `${candidates.map(personName).join(" and ")} have this role; it has ${steps}.`;
}

/** Who gets what without being asked: `COO: Ana. Chef: Cy.` */
function plainWords(plan: Plan, { steps }: Procedure): string {
  const known = new Map<string, string>();
  for (const { role } of steps) {
    const person = personForRole(plan, role);
    if (person) known.set(role.trim().toLocaleLowerCase(), `${role.trim()}: ${personName(person)}`);
  }
  const roleless = steps.filter(({ role }) => role.trim() === "").length;
  const rest =
    roleless > 0
      ? [`${count(roleless, "step")} without a role ${roleless === 1 ? "goes" : "go"} to nobody yet`]
      : [];
  const words = [...known.values(), ...rest];
  return words.length === 0 ? "" : `${words.join(". ")}.`;
}

/** The selected row, else the first milestone that is not reached, else the first stage. */
function firstPlace(plan: Plan, selection: readonly Id[]): Id | null {
  const { byId, inOrder, stages } = outlineOf(plan);
  const selected = selection.find((id) => byId.has(id));
  if (selected !== undefined) return selected;
  const next = inOrder.find(({ item }) => item.kind === "milestone" && item.reachedOn === null);
  return (next ?? stages[0])?.item.id ?? null;
}

function Field({ label, children }: { readonly label: string; readonly children: ReactNode }) {
  return (
    <>
      <span className={styles.label} aria-hidden>
        {label}
      </span>
      <div className={styles.value}>{children}</div>
    </>
  );
}
