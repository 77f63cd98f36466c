import { ChevronDown } from "lucide-react";
import { useMemo } from "react";
import { Button as AriaButton } from "react-aria-components";
import type { HolidayBook } from "#renderer/commands/calendar.ts";
import { useReadOnly } from "#renderer/commands/hooks.ts";
import { Finder } from "#renderer/ui/Finder.tsx";
import type { HolidayPlace } from "#shared/domain/roadmap.ts";
import styles from "./settings.module.css";

interface PlaceFieldsProps {
  readonly book: HolidayBook;
  readonly place: HolidayPlace | null;
  readonly onChange: (place: HolidayPlace) => void;
}

/** Country, and below it whatever keeps holidays of its own. Each is found by typing. */
export function PlaceFields({ book, place, onChange }: PlaceFieldsProps) {
  const { country, state, region } = place ?? {};
  const countries = useMemo(() => book.holidayCountries(), [book]);
  const states = useMemo(() => (country === undefined ? [] : book.holidayStates(country)), [book, country]);
  const regions = useMemo(
    () => (country === undefined || state === undefined ? [] : book.holidayRegions(country, state)),
    [book, country, state],
  );
  return (
    <div className={styles.places}>
      <PlaceField
        label="Country"
        places={countries}
        value={country}
        onPick={(code) => code !== undefined && onChange({ country: code })}
      />
      {country !== undefined && states.length > 0 && (
        <PlaceField
          label="State or region"
          whole="Whole country"
          places={states}
          value={state}
          onPick={(code) => onChange({ country, ...(code === undefined ? {} : { state: code }) })}
        />
      )}
      {country !== undefined && state !== undefined && regions.length > 0 && (
        <PlaceField
          label="Town or district"
          whole="Anywhere else"
          places={regions}
          value={region}
          onPick={(code) => onChange({ country, state, ...(code === undefined ? {} : { region: code }) })}
        />
      )}
    </div>
  );
}

interface PlaceFieldProps {
  readonly label: string;
  /** What not choosing any of them is called; without it one has to be chosen. */
  readonly whole?: string;
  readonly places: readonly { readonly code: string; readonly name: string }[];
  readonly value: string | undefined;
  readonly onPick: (code: string | undefined) => void;
}

const WHOLE = "place:whole";

function PlaceField({ label, whole, places, value, onPick }: PlaceFieldProps) {
  const readOnly = useReadOnly();
  const options = places.map(({ code, name }) => ({ id: code, label: name }));
  const shown = places.find(({ code }) => code === value)?.name ?? value ?? whole ?? "Choose a country";
  return (
    <div className={styles.stack}>
      <span className={styles.label}>{label}</span>
      <Finder
        label={label}
        placeholder="Type to find"
        options={() => (whole === undefined ? options : [{ id: WHOLE, label: whole }, ...options])}
        selected={[value ?? WHOLE]}
        onPick={(id) => onPick(id === WHOLE ? undefined : id)}
        emptyText="Nothing of that name."
        trigger={
          <AriaButton aria-label={`${label}: ${shown}`} isDisabled={readOnly} className={styles.place ?? ""}>
            <span className={styles.placeName}>{shown}</span>
            <ChevronDown size={14} className={styles.chevron} aria-hidden />
          </AriaButton>
        }
      />
    </div>
  );
}
