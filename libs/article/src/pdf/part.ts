/** What a paragraph, or several, have turned out to be. */
import type { Marker } from '../text/lists.ts';
import type { Told } from './headings.ts';
import type { Picture } from './layout.ts';
import type { Box } from './matrix.ts';
import type { Grid } from './tables.ts';

export type Part =
  | { kind: 'heading'; told: Told; level: number }
  | { kind: 'list'; items: { told: Told; marker: Marker; level: number }[] }
  | { kind: 'verse'; lines: readonly Pick<Told, 'lines'>[] }
  | { kind: 'table'; told: Told; grid: Grid; caption: Told | undefined }
  | { kind: 'rule' }
  /** A figure with its pictures; of one whose picture is not there the caption alone. */
  | { kind: 'figure'; pictures: readonly Picture[]; told: Told; caption: Told | undefined }
  | { kind: 'formula'; told: Told; bars: readonly Box[] }
  | { kind: 'quotation' | 'paragraph' | 'caption' | 'listing'; told: Told };
