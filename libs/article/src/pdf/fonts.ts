import type { FontStyle } from './layout.ts';

const BOLD = /bold|black|heavy|demi(?!t)|semibd|cmbx|sfbx|(?:^|[-+])(?:\w+-)?bd\b|-medi(?:ital)?$/i;
const ITALIC = /ital|obl|slant|kursiv|cmti|cmsl|sfti|sfsl|cmbxti|-it\b|-bi\b/i;
const MONO = /courier|mono|typewriter|consol|menlo|cmtt|sftt|lmtt|inconsolata|-tt\b/i;

/** Fonts of formulas: those of TeX, of the office programs, and what calls itself so. */
const MATH =
  /^(?:cm(?:mi|mib|sy|bsy|ex)\d|(?:lm|tx|px|new(?:tx|px))?(?:math|mi\d|sy\d|ex\d)|ms[ab]m\d|eu[fsr][mb]\d|rsfs|esint|stmary|mt(?:mi|sy|ex)|fourier-math|wasy\d)|math(?!er)/i;

/** How a font looks, by its PostScript name (`ABCDEF+NimbusRoman-BoldItalic`) and what its file says of itself. */
export function styleOf(font: { name: string; bold?: boolean | undefined; italic?: boolean | undefined }): FontStyle {
  const name = font.name.replace(/^[A-Z]{6}\+/, '');
  return {
    bold: font.bold === true || BOLD.test(name),
    italic: font.italic === true || ITALIC.test(name),
    mono: MONO.test(name),
    math: MATH.test(name),
  };
}

/** The style of a font of which nothing is known. */
export const upright: FontStyle = { bold: false, italic: false, mono: false, math: false };
