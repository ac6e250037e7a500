/** A note as it stands in the text, before its markup is read. */
export interface RawNote {
  label: string;
  text: string;
  /** Its line in the source. */
  line: number;
}
