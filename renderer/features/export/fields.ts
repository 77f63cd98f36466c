import type { PrintSettings } from "#shared/domain/printSettings.ts";

/** A part of the form over what is tried out. */
export interface SettingsProps {
  readonly settings: PrintSettings;
  readonly onChange: (patch: Partial<PrintSettings>) => void;
}
