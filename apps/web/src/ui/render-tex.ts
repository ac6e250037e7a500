import { formulaFromTex } from '#article';

/** TeX as MathML: nothing but mathematics, no links and no styles. `undefined` where it can't be understood. */
export const renderTex = (tex: string, display: boolean): string | undefined => formulaFromTex(tex, display).mathml;
