/** A line across the page: of dashes or the like, or a few asterisks. */
export const RULE = /^(?:[-–—_=━─═]{3,}|[*·•⁂](?:\s*[*·•⁂]){2,10})$/u;

/** A line that is drawn, or a formula in TeX: it parts what stands above and below it even without empty lines. */
export const PARTING = /^[_━─═]{10,}$|^\$\$[^$]+\$\$$/u;
