import { Check, Plus } from "lucide-react";
import { type ReactElement, type ReactNode, useEffect, useRef, useState } from "react";
import {
  Autocomplete,
  Dialog,
  DialogTrigger,
  Header,
  Input,
  ListBox,
  ListBoxItem,
  ListBoxSection,
  Popover,
  TextField,
} from "react-aria-components";
import styles from "./Finder.module.css";
import menuStyles from "./Menu.module.css";
import { sameName, searchOptions } from "./search.ts";
import { type OpensByItself, useOpening } from "./useOpening.ts";

export interface FinderOption {
  readonly id: string;
  readonly label: string;
  readonly mark?: ReactNode;
  /** A few faint words behind the label. */
  readonly hint?: string | undefined;
  /** Heading it stands under; options of one group follow each other. */
  readonly group?: string;
}

interface FinderProps extends OpensByItself {
  /** What is being looked for, for instance `Who does it`. */
  readonly label: string;
  readonly placeholder: string;
  /** The button that opens it. */
  readonly trigger: ReactElement;
  /** Asked for only while the list is open: there may be thousands. */
  readonly options: () => readonly FinderOption[];
  /** Ticked options. With `several`, picking one ticks or unticks it and the list stays open. */
  readonly selected: readonly string[];
  readonly several?: boolean;
  readonly onPick: (id: string) => void;
  /** Offered as `Add “text”` when nothing has the name that was typed. */
  readonly onCreate?: ((text: string) => void) | undefined;
  readonly emptyText: string;
  /** What was typed before the list was there to take it; asked when its field gets the focus. */
  readonly takeTypedAhead?: (() => string) | undefined;
}

/** Longer lists are cut: typing narrows them down faster than scrolling would. */
const SHOWN = 60;
const CREATE = "finder:create";

/** A list to search by typing, in a popover. Arrow keys move, Enter picks, Escape closes. */
export function Finder({ trigger, startsOpen, onClosed, ...list }: FinderProps) {
  const opening = useOpening({ startsOpen, onClosed });
  return (
    <DialogTrigger {...opening}>
      {trigger}
      <Popover className={`${menuStyles.popover} ${styles.popover}`} placement="bottom start">
        <Dialog aria-label={list.label} className={styles.dialog ?? ""}>
          <FinderList {...list} onDone={() => opening.onOpenChange(false)} />
        </Dialog>
      </Popover>
    </DialogTrigger>
  );
}

interface FinderListProps extends Omit<FinderProps, "trigger" | "startsOpen" | "onClosed"> {
  readonly onDone: () => void;
}

function FinderList({ several = false, onDone, takeTypedAhead, ...props }: FinderListProps) {
  const { label, selected, onPick, onCreate } = props;
  const options = props.options();
  const [text, setText] = useState("");
  const field = useRef<HTMLInputElement>(null);
  // Over a dialog the list is not yet free to take the focus when it is drawn first.
  useEffect(() => {
    const frame = requestAnimationFrame(() => field.current?.focus());
    return () => cancelAnimationFrame(frame);
  }, []);
  const found = searchOptions(options, text);
  const items = [...found.slice(0, SHOWN), ...newOption(options, text, onCreate)];
  const isGrouped = items.some(({ group }) => group !== undefined);
  function pick(id: string): void {
    if (id === CREATE) onCreate?.(text.trim());
    else onPick(id);
    if (several) setText("");
    else onDone();
  }
  return (
    <Autocomplete inputValue={text} onInputChange={setText}>
      <TextField aria-label={label} className={styles.search ?? ""}>
        <Input
          ref={field}
          className={styles.input ?? ""}
          placeholder={props.placeholder}
          autoFocus
          onFocus={() => setText((typed) => typed + (takeTypedAhead?.() ?? ""))}
        />
      </TextField>
      <ListBox
        aria-label={label}
        className={`${menuStyles.menu} ${styles.list}`}
        {...(isGrouped ? {} : { items })}
        selectionMode={several ? "multiple" : "single"}
        selectedKeys={selected}
        escapeKeyBehavior="none"
        onSelectionChange={(keys) => {
          if (keys === "all") return;
          const id = changedKey(selected, [...keys].map(String));
          if (id !== null) pick(id);
          else onDone();
        }}
        renderEmptyState={() => <p className={styles.empty}>{props.emptyText}</p>}
      >
        {isGrouped
          ? groupsOf(items).map(([group, options]) => (
              <ListBoxSection key={group} id={`group ${group}`}>
                <Header className={styles.header ?? ""}>{group}</Header>
                {options.map((option) => (
                  <Option key={option.id} option={option} ticked={selected.includes(option.id)} />
                ))}
              </ListBoxSection>
            ))
          : (option) => <Option option={option} ticked={selected.includes(option.id)} />}
      </ListBox>
      {found.length > SHOWN && <p className={styles.more}>Type to see the other {found.length - SHOWN}.</p>}
    </Autocomplete>
  );
}

function newOption(
  options: readonly FinderOption[],
  text: string,
  onCreate: FinderProps["onCreate"],
): readonly FinderOption[] {
  if (!onCreate || text.trim() === "" || options.some((o) => sameName(o.label, text))) return [];
  return [
    {
      id: CREATE,
      label: `Add “${text.trim()}”`,
      mark: <Plus size={14} className={styles.new} aria-hidden />,
    },
  ];
}

/** Found by relevance, shown by group: each group stands where its best hit does. */
function groupsOf(options: readonly FinderOption[]): readonly (readonly [string, readonly FinderOption[]])[] {
  const groups = new Map<string, FinderOption[]>();
  for (const option of options) {
    const group = option.group ?? "Other";
    groups.set(group, [...(groups.get(group) ?? []), option]);
  }
  return [...groups];
}

/** The key that was ticked, or else the one that was unticked. */
function changedKey(before: readonly string[], after: readonly string[]): string | null {
  return after.find((id) => !before.includes(id)) ?? before.find((id) => !after.includes(id)) ?? null;
}

function Option({ option, ticked }: { readonly option: FinderOption; readonly ticked: boolean }) {
  return (
    <ListBoxItem id={option.id} textValue={option.label} className={menuStyles.item ?? ""}>
      {option.mark}
      <span className={styles.label}>{option.label}</span>
      {option.hint && <span className={styles.hint}>{option.hint}</span>}
      {ticked && <Check size={14} className={styles.check} aria-hidden />}
    </ListBoxItem>
  );
}
