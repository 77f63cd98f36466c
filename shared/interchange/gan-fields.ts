/** Fields of the user's own (custom properties): their values go into the notes, one line each. */
import type { GanLosses } from "./gan-report.ts";
import { attribute, childrenNamed } from "./gan-text.ts";
import type { XmlElement } from "./xml.ts";

interface Field {
  readonly name: string;
  readonly defaultValue: string;
}

/**
 * The fields that carry something, by id. Fields that GanttProject works out (`simple-select`) are left out and
 * reported once, by name.
 */
export function definedFields(
  homes: readonly XmlElement[],
  tag: string,
  defaultAttribute: string,
  report: GanLosses,
): ReadonlyMap<string, Field> {
  const fields = new Map<string, Field>();
  for (const definition of homes.flatMap((home) => childrenNamed(home, tag))) {
    if (tag === "taskproperty" && attribute(definition, "type").trim() !== "custom") continue;
    const name = attribute(definition, "name").trim();
    if (childrenNamed(definition, "simple-select").length > 0) report.leave("derivedField", name);
    else {
      const defaultValue = attribute(definition, defaultAttribute).trim();
      fields.set(attribute(definition, "id").trim(), { name, defaultValue });
    }
  }
  return fields;
}

/** `Name: value` for each field that differs from its default. */
export function fieldLines(
  element: XmlElement,
  fields: ReadonlyMap<string, Field>,
  tag: string,
  idAttribute: string,
): string[] {
  return childrenNamed(element, tag).flatMap((property) => {
    const field = fields.get(attribute(property, idAttribute).trim());
    const value = attribute(property, "value").trim();
    return field && value !== "" && value !== field.defaultValue ? [`${field.name}: ${value}`] : [];
  });
}
