/**
 * A folded log in two parts, so that its next state costs what has changed and not what there is: the frame, and the
 * annotations. What is said about an annotation changes it and no other (see `annotationChangedBy`), so folding on needs the
 * annotations that the events touch and leaves all others where they are kept.
 */
import {
  type AnnotationId,
  type AnnotationSnapshot,
  annotationChangedBy,
  evolve,
  evolveContents,
  type Folded,
  type Frame,
  fromSnapshot,
  nothingFolded,
  type RecordedEvent,
  toSnapshot,
} from '#seminar';

export interface TurnedState {
  readonly frame: Frame;
  /** Up to which position its annotations are kept, and how many there were. */
  readonly kept: { readonly position: number; readonly annotations: number };
  /** What some of them have become since, and those that were made since. */
  readonly changed: ReadonlyMap<AnnotationId, AnnotationSnapshot>;
}

/** Before the first event. */
export const nothingTurned: TurnedState = {
  frame: frameOf(nothingFolded).frame,
  kept: { position: 0, annotations: 0 },
  changed: new Map(),
};

/** Annotations that these events change, or make, and that are not at hand. */
export const touchedBy = (events: readonly RecordedEvent[], { changed }: TurnedState): AnnotationId[] => [
  ...new Set(events.flatMap((event) => annotationChangedBy(event) ?? []).filter((id) => !changed.has(id))),
];

/** One event more. */
export const foldOn = ({ state, contents }: Folded, event: RecordedEvent): Folded => ({
  state: evolve(state, event),
  contents: evolveContents(contents, event),
});

/** The state after these events. `loaded` are the annotations that they touch, as far as those were kept. */
export function turnOn(
  before: TurnedState,
  loaded: readonly AnnotationSnapshot[],
  events: readonly RecordedEvent[],
): TurnedState {
  const folded = fromSnapshot({ ...before.frame, annotations: [...loaded, ...before.changed.values()] });
  const { annotations, frame } = frameOf(events.reduce(foldOn, folded));
  return { frame, kept: before.kept, changed: new Map(annotations.map((annotation) => [annotation.id, annotation])) };
}

/** How many annotations there are. */
export const countOf = ({ kept, changed }: TurnedState): number =>
  kept.annotations + [...changed.values()].filter(({ position }) => position > kept.position).length;

function frameOf(folded: Folded): { frame: Frame; annotations: AnnotationSnapshot[] } {
  const { annotations, ...frame } = toSnapshot(folded);
  return { frame, annotations };
}
