/** The bibliography: each `<ref>` as it is to be read. */
import type { DraftReference } from '../draft.ts';
import { childrenOf, elementsOf, isElement, lineIn, type MarkupElement, within } from '../markup/tree.ts';
import { concat, type Prose, plain } from '../prose.ts';
import type { Context } from './context.ts';
import { inlineProse } from './inline.ts';

/** The entries of all lists of references. */
export const referencesOf = (article: MarkupElement, context: Context): DraftReference[] =>
  within(article, 'ref-list')
    .flatMap((list) => within(list, 'ref'))
    .flatMap((ref): DraftReference[] => {
      const label = lineIn(childrenOf(ref, 'label')[0]).replace(/^[[(]|[.)\]]+$/g, '');
      const key = ref.attributes.get('id');
      const prose = citation(ref, context);
      if (prose.text === '') return [];
      return [{ ...prose, ...(label !== '' && { label }), ...(key !== undefined && { key }) }];
    });

function citation(ref: MarkupElement, context: Context): Prose {
  const cited = elementsOf(ref).filter(({ name }) => name !== 'label');
  return concat(
    cited.map((element) =>
      hasText(element) ? inlineProse(element.children, context) : concat(elementsOf(element).flatMap(spoken), ' '),
    ),
    ' ',
  );
}

/** Is it punctuated as it is to be printed (`mixed-citation`), or a list of parts (`element-citation`)? */
const hasText = ({ children }: MarkupElement): boolean =>
  children.some((node) => !isElement(node) && node.trim() !== '');

/** A part of a citation that has no punctuation of its own. */
function spoken(part: MarkupElement): Prose[] {
  const people = within(part, 'name', 'string-name', 'collab').map((person) => {
    const names = [lineIn(childrenOf(person, 'surname')[0]), lineIn(childrenOf(person, 'given-names')[0])];
    return names.filter(Boolean).join(' ') || lineIn(person);
  });
  const text = people.length > 0 ? people.join(', ') : lineIn(part);
  if (text === '') return [];
  const isYear = part.name === 'year';
  return [plain(isYear ? `(${text}).` : part.name === 'volume' || part.name === 'fpage' ? text : `${text}.`)];
}
