/** A line across the page: of dashes or the like, or a few asterisks. */
export const RULE = /^(?:[-–—_=━─═]{3,}|[*·•⁂](?:\s*[*·•⁂]){2,10})$/u;

/** A line that is drawn, and parts what stands above and below it even without empty lines. */
export const DRAWN = /^[_━─═]{10,}$/u;
