/** What tells a line of a program from a line of prose, where no font and no fence does. */

/** What only a program has at all. */
const SURE = /[{}]\s*$|\w\((?:[^)]{2,})?\)|^\s*(?:#|\/\/)\s?\S|\p{L}\.\p{L}+\(|[=!<>]=|[-+*/]= |\w = \S|::|->/u;
/** What a line between such lines begins or ends with. */
const BETWEEN =
  /^\s*(?:begin|break|case|catch|continue|def|do|done|elif|else|end|fi|for|function|if|import|let|loop|next|pass|print|procedure|repeat|return|then|try|until|var|while)\b|[;{}]\s*$/;

/** Does the line have what prose has not? */
export const isCode = (line: string): boolean => SURE.test(line);

/** Could the line stand among lines of a program? */
export const couldBeCode = (line: string): boolean => SURE.test(line) || BETWEEN.test(line);
