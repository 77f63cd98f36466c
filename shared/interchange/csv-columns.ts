/** Which column of a table means what: guessed from its heading, and changed by whoever imports it. */

export const CSV_FIELDS = [
  "name",
  "number",
  "id",
  "level",
  "parent",
  "stage",
  "kind",
  "start",
  "finish",
  "duration",
  "status",
  "progress",
  "who",
  "answersFor",
  "predecessors",
  "deadline",
  "notes",
] as const;
export type CsvField = (typeof CSV_FIELDS)[number];

/** The cells of one line by what they mean. */
export type CsvLine = Readonly<Record<CsvField, string>>;

/** Columns by number, counted from 0; a field that no column holds is left out. */
export type CsvMapping = Readonly<Partial<Record<CsvField, number>>>;

export const CSV_FIELD_WORDS: Readonly<Record<CsvField, string>> = {
  name: "Name",
  number: "Outline number (1.2.3)",
  id: "Row number or key",
  level: "Level in the outline",
  parent: "Stands in (parent)",
  stage: "Stage or section",
  kind: "Kind (stage, milestone, task)",
  start: "Start",
  finish: "Finish",
  duration: "Duration",
  status: "Status",
  progress: "Progress",
  who: "Who does it",
  answersFor: "Answers for it",
  predecessors: "Starts after (predecessors)",
  deadline: "Promised",
  notes: "Notes",
};

/**
 * Headings as other programs write them, best first: Microsoft Project, Smartsheet, Asana, Trello, Jira, GanttProject
 * and the like, in English, German, French, Spanish, Portuguese, Italian and Dutch. Compared without case, accents
 * and signs.
 */
const HEADINGS: Readonly<Record<CsvField, readonly string[]>> = {
  name: [
    "name|task name|taskname|title|summary|card name|task|item|activity|activity name|subject|what|to do|work item",
    "vorgangsname|aufgabe|aufgabenname|bezeichnung|titel|vorgang|nom|nom de la tache|tache|titre|intitule",
    "nombre|nombre de tarea|tarea|titulo|actividad|nome|nome da tarefa|tarefa|atividade|attivita|nome attivita",
    "compito|titolo|taak|taaknaam|naam|omschrijving|activiteit",
  ],
  number: [
    "outline number|wbs|wbs code|number|outline|gliederungsnummer|psp code|psp|nummer|numero hierarchique|numero",
    "numero de esquema|edt|eap|numero struttura|overzichtsnummer|wbs nummer",
  ],
  id: [
    "id|unique id|task id|row|row number|row id|card id|issue key|key|item id|no|nr|num|n|lfd nr|n o|identificador",
  ],
  level: [
    "outline level|level|indent|indent level|depth|hierarchy|gliederungsebene|ebene|niveau|niveau hierarchique",
    "nivel|nivel de esquema|livello|livello struttura|overzichtsniveau|ancestors",
  ],
  parent: [
    "parent|parent task|parent id|parent name|parent item|subtask of|epic link|epic|part of|ubergeordnet|eltern",
    "tache parente|parent tache|tarea principal|padre|tarefa pai|pai|attivita padre|bovenliggende taak",
  ],
  stage: [
    "stage|phase|section|section column|list|list name|bucket|bucket name|group|column|milestone group|sprint|abschnitt",
    "phasen|liste|etape|section colonne|fase|etapa|lista|sezione|seccion|secao|lijst",
  ],
  kind: [
    "kind|type|item type|issue type|task type|milestone|is milestone|meilenstein|art|typ|jalon|tipo|hito|marco|soort|mijlpaal",
  ],
  start: [
    "start|start date|begin|begin date|planned start|scheduled start|from|target start|anfang|beginn|start datum|startdatum",
    "anfangstermin|debut|date de debut|inicio|comienzo|fecha de inicio|fecha inicio|data de inicio|data inicio|inizio",
    "data inizio|begindatum",
  ],
  finish: [
    "finish|finish date|end|end date|due|due date|planned finish|scheduled finish|target end|to|until|ende|enddatum",
    "endtermin|fertig stellen|falligkeitsdatum|fallig am|fin|date de fin|echeance|date d echeance|fecha de fin|fecha fin",
    "fecha de vencimiento|vencimiento|fim|termino|data de termino|data fim|prazo|fine|data fine|scadenza|einde|einddatum",
  ],
  duration: [
    "duration|duration days|days|working days|length|estimated duration|dauer|dauer tage|tage|duree|jours|duracion|duracao",
    "durata|giorni|duur|dagen|dias",
  ],
  status: ["status|state|progress status|zustand|statut|etat|estado|situacao|stato|toestand"],
  progress: [
    "progress|complete|percent complete|completion|done|percent done|work complete|abgeschlossen|fortschritt|acheve",
    "avancement|completado|progreso|avance|concluido|progresso|percentuale completamento|completamento|voltooid|voortgang",
  ],
  who: [
    "who|resource names|resources|resource|assignee|assigned to|assigned|assignees|members|owner|owners|responsible|people",
    "does|doer|ressourcennamen|ressource|ressourcen|zugewiesen an|bearbeiter|verantwortlich|noms ressources|ressources",
    "assigne a|responsable|nombres de los recursos|recursos|asignado a|nomes dos recursos|atribuido a|responsavel",
    "nomi risorse|risorse|assegnato a|responsabile|namen van resources|toegewezen aan|verantwoordelijke",
  ],
  answersFor: [
    "answers for|accountable|contact|contact person|coordinator|manager|task owner|lead|leader|ansprechpartner|kontakt|leitung",
  ],
  predecessors: [
    "predecessors|predecessor|depends on|dependencies|dependency|blocked by|blocked by dependencies|after|starts after",
    "wbs predecessors|vorganger|abhangig von|predecesseurs|antecesoras|predecesoras|predecessoras|predecessori|voorgangers",
    "voorafgaande taken",
  ],
  deadline: ["promised|deadline|stichtag|echeance contractuelle|fecha limite|data limite|data limite prazo"],
  notes: [
    "notes|note|description|comment|comments|details|remarks|card description|notizen|notiz|beschreibung|bemerkungen",
    "remarques|commentaires|notas|descripcion|descricao|observacoes|comentarios|descrizione|notities|beschrijving|opmerkingen",
  ],
};

/** The heading that a spreadsheet's own words for a field have, without case, accents and signs. */
export function headingKey(text: string): string {
  return text
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim();
}

const RANKS = new Map<string, { readonly field: CsvField; readonly rank: number }>();
for (const field of CSV_FIELDS) {
  const words = HEADINGS[field].flatMap((line) => line.split("|"));
  for (const [rank, word] of words.entries()) if (!RANKS.has(word)) RANKS.set(word, { field, rank });
}

/**
 * The columns whose heading is known. Of several that mean the same the better-known heading has it. Without any
 * name, the first column that means nothing else is the name.
 */
export function guessMapping(header: readonly string[]): CsvMapping {
  const best = new Map<CsvField, { readonly column: number; readonly rank: number }>();
  header.forEach((heading, column) => {
    const known = RANKS.get(headingKey(heading));
    if (!known) return;
    const found = best.get(known.field);
    if (!found || known.rank < found.rank) best.set(known.field, { column, rank: known.rank });
  });
  if (!best.has("name")) {
    const taken = new Set([...best.values()].map(({ column }) => column));
    const free = header.findIndex((_, column) => !taken.has(column));
    if (free >= 0) best.set("name", { column: free, rank: 0 });
  }
  return Object.fromEntries([...best].map(([field, { column }]) => [field, column]));
}

/** How many headings mean something; a row of work has none. */
export function knownHeadings(header: readonly string[]): number {
  return header.filter((heading) => RANKS.has(headingKey(heading))).length;
}
