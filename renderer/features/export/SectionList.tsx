import { ToggleButton } from "react-aria-components";
import { Switch } from "#renderer/ui/Switch.tsx";
import {
  orientationOf,
  type PrintSettings,
  SECTIONS,
  type Section,
  sectionsOf,
} from "#shared/domain/printSettings.ts";
import { count } from "#shared/domain/words.ts";
import type { Previewed } from "#shared/print/document/request.ts";
import { SECTION_TITLES } from "#shared/print/document/sectionTitles.ts";
import styles from "./export.module.css";
import type { SettingsProps } from "./fields.ts";

interface SectionListProps extends SettingsProps {
  readonly shown: Previewed | null;
}

/** Every section: on or off, how many pages it takes, and whether its paper stands upright. */
export function SectionList({ settings, shown, onChange }: SectionListProps) {
  const on = sectionsOf(settings);
  const toggle = (section: Section, isOn: boolean): void => {
    const sections = SECTIONS.filter((one) => (one === section ? isOn : on.includes(one)));
    onChange({ preset: "own", sections });
  };
  return (
    <section className={styles.group} aria-labelledby="sections">
      <h3 id="sections" className={styles.heading}>
        Sections
      </h3>
      <ul className={styles.sections}>
        {SECTIONS.map((section) => (
          <li key={section} data-off={!on.includes(section) || undefined}>
            <Switch
              label={SECTION_TITLES[section]}
              isOn={on.includes(section)}
              onChange={(isOn) => toggle(section, isOn)}
            />
            <span className={styles.sectionName}>{SECTION_TITLES[section]}</span>
            <span className={styles.count}>{on.includes(section) ? pagesOf(shown, section) : ""}</span>
            {on.includes(section) && (
              <ToggleButton
                aria-label={`${SECTION_TITLES[section]}: upright paper`}
                isSelected={orientationOf(settings, section) === "portrait"}
                onChange={(isUpright) => onChange(turned(settings, section, isUpright))}
                className={styles.turn ?? ""}
              >
                <span className={styles.sheet} />
              </ToggleButton>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}

/** Empty while it is not known; a section that was asked for and holds nothing says so. */
function pagesOf(shown: Previewed | null, section: Section): string {
  if (!shown) return "";
  const found = shown.sections.find((one) => one.section === section);
  return found ? count(found.pages, "page") : "empty";
}

function turned(settings: PrintSettings, section: Section, isUpright: boolean): Partial<PrintSettings> {
  const orientation = isUpright ? "portrait" : "landscape";
  const others = settings.sectionOrientations.filter((one) => one.section !== section);
  const own = orientation === settings.orientation ? [] : [{ section, orientation } as const];
  return { sectionOrientations: [...others, ...own] };
}
