const FIGURE =
  /^(?:fig(?:ure|\.)?|abb(?:ildung|\.)?|figura|ill(?:ustration|\.)?|plate|map|图|圖|図)\s*(?:\d{1,3}|[IVXL]{1,6})\s*(?:[.:—–]|$)/iu;
const TABLE = /^(?:table|tab\.|tabelle|tableau|tabla|tabella|表)\s*(?:\d{1,3}|[IVXL]{1,6})\s*(?:[.:—–]|$)/iu;
const LONGEST = 900;

/** What a text is the caption of, by its first words: `Figure 3.`, `Table 2:`. */
export function captionKind(text: string): 'figure' | 'table' | undefined {
  if (text.length > LONGEST) return undefined;
  if (FIGURE.test(text)) return 'figure';
  return TABLE.test(text) ? 'table' : undefined;
}
