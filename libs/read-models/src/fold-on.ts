import type { SeminarId } from '#seminar';
import type { Projection } from './projection.ts';
import type { Projector } from './projector.ts';

/** How long a question waits for what has just been written to be folded, in milliseconds; the worker does the rest. */
const FOLD_WITHIN = 400;

/** Folds what these projections have not folded of these seminars, as far as it takes no longer than somebody would wait. */
export async function foldOn(
  projector: Projector,
  projections: readonly Projection[],
  seminars: readonly SeminarId[],
): Promise<void> {
  const fold = async () => {
    for (const projection of projections) {
      for (const seminar of await projector.behind(projection, seminars)) await projector.project(projection, seminar);
    }
  };
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<void>((resolve) => {
    timer = setTimeout(resolve, FOLD_WITHIN);
  });
  await Promise.race([fold(), late]).finally(() => clearTimeout(timer));
}
