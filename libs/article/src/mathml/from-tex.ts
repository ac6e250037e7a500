import temml from 'temml';
import { parseXml } from '../markup/parse-xml.ts';
import type { Formula } from './mathml-of.ts';
import { formulaOf } from './mathml-of.ts';

const LONGEST = 10_000;

/** A formula in TeX, with MathML where it can be understood; its text is the TeX. */
export function formulaFromTex(tex: string, display: boolean): { text: string; mathml?: string } {
  const text = tex.replace(/\s+/gu, ' ').trim();
  const mathml = text.length > LONGEST ? undefined : typeset(text, display)?.mathml;
  return { text, ...(mathml !== undefined && { mathml }) };
}

function typeset(tex: string, display: boolean): Formula | undefined {
  try {
    const written = temml.renderToString(tex, { displayMode: display, throwOnError: true, trust: false, xml: true });
    const parsed = parseXml(written, { depth: 200 });
    return parsed.ok ? formulaOf(parsed.root, display) : undefined;
  } catch {
    // The only way in which it says that this is no TeX it knows.
    return undefined;
  }
}
