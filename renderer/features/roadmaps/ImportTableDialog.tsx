import { useMemo, useState } from "react";
import { useApp } from "#renderer/commands/hooks.ts";
import { bringIn, importContext } from "#renderer/commands/imports.ts";
import { Button } from "#renderer/ui/Button.tsx";
import { Dialog } from "#renderer/ui/Dialog.tsx";
import { Select } from "#renderer/ui/Select.tsx";
import { planFromCsv } from "#shared/interchange/csv.ts";
import {
  CSV_FIELD_WORDS,
  CSV_FIELDS,
  type CsvField,
  type CsvMapping,
  guessMapping,
} from "#shared/interchange/csv-columns.ts";
import type { DateOrder } from "#shared/interchange/csv-dates.ts";
import type { CsvTable } from "#shared/interchange/csv-parse.ts";
import styles from "./ImportTableDialog.module.css";
import { Preview } from "./Preview.tsx";

interface ImportTableDialogProps {
  readonly name: string;
  readonly table: CsvTable;
  readonly onClose: () => void;
}

type OrderChoice = DateOrder | "auto";

const ORDERS: readonly { readonly value: OrderChoice; readonly label: string }[] = [
  { value: "auto", label: "As the dates tell" },
  { value: "dmy", label: "Day first (31/1/2027)" },
  { value: "mdy", label: "Month first (1/31/2027)" },
];

/** What the columns of a table mean, and what becomes of them, before anything is brought in. */
export function ImportTableDialog({ name, table, onClose }: ImportTableDialogProps) {
  const app = useApp();
  const [mapping, setMapping] = useState<CsvMapping>(() => guessMapping(table.header));
  const [order, setOrder] = useState<OrderChoice>("auto");
  const read = useMemo(
    () =>
      planFromCsv(table, { mapping, dateOrder: order === "auto" ? null : order }, importContext(app, name)),
    [app, table, mapping, order, name],
  );
  return (
    <Dialog
      title={`Bring in “${name}”`}
      width="lg"
      onClose={onClose}
      footer={
        <>
          <Button onPress={onClose}>Cancel</Button>
          <Button
            variant="primary"
            isDisabled={!read.ok}
            onPress={() => {
              onClose();
              if (read.ok) void bringIn(app, read.value.plan, "Import roadmap");
            }}
          >
            Bring in
          </Button>
        </>
      }
    >
      <p className={styles.note}>
        Say what each column is. Nothing is brought in yet, and the file itself stays as it is.
      </p>
      <Columns table={table} mapping={mapping} onChange={setMapping} />
      <div className={styles.order}>
        <span className={styles.label}>Dates</span>
        <Select label="Order of day and month" value={order} options={ORDERS} onChange={setOrder} framed />
      </div>
      {read.ok ? (
        <Preview read={read.value} />
      ) : (
        <p role="alert" className={styles.problem}>
          {read.problem.message}
        </p>
      )}
    </Dialog>
  );
}

type Choice = CsvField | "none";

const CHOICES: readonly { readonly value: Choice; readonly label: string }[] = [
  { value: "none", label: "Leave out" },
  ...CSV_FIELDS.map((field) => ({ value: field, label: CSV_FIELD_WORDS[field] })),
];

const SAMPLES = 3;

interface ColumnsProps {
  readonly table: CsvTable;
  readonly mapping: CsvMapping;
  readonly onChange: (mapping: CsvMapping) => void;
}

function Columns({ table, mapping, onChange }: ColumnsProps) {
  return (
    <table className={styles.columns}>
      <thead>
        <tr>
          <th scope="col">Column</th>
          <th scope="col">For instance</th>
          <th scope="col">Is</th>
        </tr>
      </thead>
      <tbody>
        {table.header.map((heading, column) => {
          const name = heading.trim() || `Column ${column + 1}`;
          return (
            // biome-ignore lint/suspicious/noArrayIndexKey: a column is its place in the table
            <tr key={column}>
              <th scope="row">{name}</th>
              <td className={styles.samples}>{samplesOf(table, column)}</td>
              <td className={styles.choice}>
                <Select
                  label={`What “${name}” is`}
                  value={fieldOf(mapping, column)}
                  options={CHOICES}
                  onChange={(field) => onChange(withColumn(mapping, column, field))}
                  framed
                />
              </td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}

function samplesOf({ rows }: CsvTable, column: number): string {
  const filled = rows.map((row) => row[column]?.trim() ?? "").filter((cell) => cell !== "");
  return [...new Set(filled)].slice(0, SAMPLES).join(" · ");
}

function fieldOf(mapping: CsvMapping, column: number): Choice {
  return CSV_FIELDS.find((field) => mapping[field] === column) ?? "none";
}

/** A column is one thing, and a thing is in one column. */
function withColumn(mapping: CsvMapping, column: number, choice: Choice): CsvMapping {
  const others = Object.entries(mapping).filter(([field, at]) => at !== column && field !== choice);
  return Object.fromEntries([...others, ...(choice === "none" ? [] : [[choice, column] as const])]);
}
