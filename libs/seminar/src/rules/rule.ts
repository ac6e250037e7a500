import type { CommandOf, CommandType } from '../commands.ts';
import type { Limits } from '../limits.ts';
import type { Decision } from '../rejection.ts';
import type { SeminarState } from '../state.ts';

/**
 * One rule of the seminar. It is asked only for commands that the policy allows, about annotations that exist in
 * this log.
 */
export type Rule<T extends CommandType> = (command: CommandOf<T>, state: SeminarState, limits: Limits) => Decision;
