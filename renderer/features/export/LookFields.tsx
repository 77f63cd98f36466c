import { useState } from "react";
import { FileTrigger } from "react-aria-components";
import { Button } from "#renderer/ui/Button.tsx";
import { LOGO_TYPES } from "#shared/domain/logo.ts";
import { accentOf } from "#shared/print/document/accent.ts";
import { chosenLogo } from "./chosenLogo.ts";
import styles from "./export.module.css";
import type { SettingsProps } from "./fields.ts";

/** The company's logo and colour. */
export function LookFields({ settings: { logo, colour }, onChange }: SettingsProps) {
  const [problem, setProblem] = useState("");
  const choose = async (file: File | undefined): Promise<void> => {
    if (!file) return;
    const chosen = await chosenLogo(file);
    setProblem(chosen.ok ? "" : chosen.problem.message);
    if (chosen.ok) onChange({ logo: chosen.value });
  };
  return (
    <section className={styles.group}>
      <div className={styles.field}>
        <span className={styles.label}>Logo</span>
        <div className={styles.row}>
          {logo && <img src={`data:${logo.type};base64,${logo.data}`} alt="Logo" className={styles.logo} />}
          <FileTrigger acceptedFileTypes={LOGO_TYPES} onSelect={(files) => void choose(files?.[0])}>
            <Button size="sm">{logo ? "Another logo…" : "Choose a logo…"}</Button>
          </FileTrigger>
          {logo && (
            <Button size="sm" variant="quiet" onPress={() => onChange({ logo: null })}>
              Remove logo
            </Button>
          )}
        </div>
        {problem !== "" && (
          <p role="alert" className={styles.problem}>
            {problem}
          </p>
        )}
      </div>
      <Colour colour={colour} onChange={onChange} />
    </section>
  );
}

function Colour({ colour, onChange }: { readonly colour: string | null } & Pick<SettingsProps, "onChange">) {
  const isDarkened = colour !== null && accentOf(colour).text !== colour;
  return (
    <div className={styles.field}>
      <label className={styles.label} htmlFor="company-colour">
        Colour
      </label>
      <div className={styles.row}>
        <input
          id="company-colour"
          type="color"
          value={colour ?? "#1b1f27"}
          onChange={(event) => onChange({ colour: event.target.value.toLowerCase() })}
          className={styles.colour}
        />
        {colour === null ? (
          <span className={styles.note}>None: black</span>
        ) : (
          <Button size="sm" variant="quiet" onPress={() => onChange({ colour: null })}>
            No colour
          </Button>
        )}
      </div>
      {isDarkened && (
        <p className={styles.note}>Words are printed in a darker shade, so that they can be read.</p>
      )}
    </div>
  );
}
