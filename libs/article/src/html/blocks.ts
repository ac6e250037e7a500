/** Paragraphs, lists, quotations, tables, figures, code and formulas as a flow of headings and blocks. */
import type { Flow } from '../assemble.ts';
import type { DraftBlock } from '../draft.ts';
import { type DraftItem, listBlock, paragraphBlock, quotationBlock, tableBlock } from '../draft-blocks.ts';
import { proseOfBlock, TALLEST_IN_LINE } from '../in-line.ts';
import {
  childrenOf,
  elementsOf,
  isElement,
  lineIn,
  type MarkupElement,
  type MarkupNode,
  textIn,
  within,
} from '../markup/tree.ts';
import { formulaFromTex } from '../mathml/from-tex.ts';
import { type Formula, formulaOf } from '../mathml/mathml-of.ts';
import { asLines, concat, marked, type Prose, plain, sliced } from '../prose.ts';
import type { Context } from './context.ts';
import { groupedByLooks, INLINE_AT_MOST, onlyElement, WORD_LIST } from './group.ts';
import { inlineProse, leaveOut, reportLeftOut, silence } from './inline.ts';
import { heightOf, isDrawnLine, isFormulaPicture } from './looks.ts';
import { isFurniture, isHeader, isSilent } from './main-content.ts';
import { hasClass } from './page.ts';
import { isWordFormula, wordFormula } from './word-formula.ts';
import { wordList } from './word-list.ts';

const CONTAINERS = new Set(
  [
    'div section article main header hgroup details summary address center fieldset body html',
    'search footer aside nav form',
  ].flatMap((names) => names.split(' ')),
);
const BLOCKS = new Set('p h1 h2 h3 h4 h5 h6 ul ol dl blockquote pre table figure hr'.split(' ').concat(WORD_LIST));

/** What stands in an element, in order. Text between the blocks makes paragraphs of its own. */
export function flowOf(nodes: readonly MarkupNode[], context: Context): Flow[] {
  const flow: Flow[] = [];
  let run: MarkupNode[] = [];
  const close = () => {
    flow.push(...paragraphOf(run, context));
    run = [];
  };
  for (const node of groupedByLooks(nodes, context)) {
    if (!isElement(node) || !interrupts(node)) {
      run.push(node);
      continue;
    }
    close();
    flow.push(...keyed(flowOfElement(node, context), node));
  }
  close();
  return flow;
}

/** Also a link or a span does, if there are blocks in it, as pages have it that browsers had to mend. */
function interrupts(element: MarkupElement): boolean {
  if (BLOCKS.has(element.name) || CONTAINERS.has(element.name)) return true;
  return INLINE_AT_MOST.has(element.name) && within(element, ...BLOCKS, 'div').length > 0;
}

const inFlow = (blocks: readonly DraftBlock[]): Flow[] => blocks.map((block) => ({ type: 'block', block }));

const unlessEmpty = (block: DraftBlock): DraftBlock[] =>
  block.text.trim() === '' && block.notes.length === 0 ? [] : [block];

/** The first block takes the name that links lead to. */
function keyed(flow: Flow[], element: MarkupElement): Flow[] {
  const key = element.attributes.get('id');
  const [first, ...rest] = flow;
  if (key === undefined || key === '' || !first) return flow;
  if (first.type === 'heading') return first.key === undefined ? [{ ...first, key }, ...rest] : flow;
  return first.block.key === undefined ? [{ type: 'block', block: { ...first.block, key } }, ...rest] : flow;
}

function flowOfElement(element: MarkupElement, context: Context): Flow[] {
  if (context.notes.isNote(element)) return [];
  if (isSilent(element)) return inFlow(unlessEmpty(paragraphBlock(silence(element, context))));
  if (isFurniture(element)) {
    // What only leads to notes that are read is empty without them.
    if (!within(element, ...BLOCKS).some(context.notes.isNote)) leaveOut(element, context);
    return [];
  }
  if (/^h[1-6]$/.test(element.name)) {
    const title = inlineProse(element.children, context);
    if (title.text === '') return [];
    return [{ type: 'heading', depth: Number(element.name.slice(1)), title, place: { line: element.line } }];
  }
  switch (element.name) {
    case 'p':
      return paragraphOf(element.children, context);
    case 'ul':
    case 'ol':
      return inFlow(listOf(element, context));
    case 'dl':
      return inFlow(unlessEmpty(listBlock(definitionsOf(element, context), false)));
    case 'blockquote':
      return inFlow(unlessEmpty(quotationBlock(linesOf(element.children, context))));
    case 'pre':
      return inFlow(unlessEmpty(hasClass(element, VERSE) ? verseOf(element, context) : codeOf(element)));
    case WORD_LIST:
      return inFlow(listOf(wordList(elementsOf(element)), context));
    case 'table':
      if (isEquations(element)) return inFlow(equationsIn(element));
      return isLayout(element)
        ? flowOf(
            within(element, 'td', 'th').flatMap(({ children }) => children),
            context,
          )
        : inFlow(unlessEmpty(tableOf(element, context)));
    case 'figure':
      return inFlow(figureOf(element, context));
    case 'hr':
      return inFlow([{ type: 'rule', ...plain('') }]);
    default:
      if (isHeader(element)) return headerOf(element, context);
      if (hasClass(element, VERSE)) return inFlow(unlessEmpty(verseOf(element, context)));
      return isBoxed(element) ? inFlow(figureOf(element, context)) : flowOf(element.children, context);
  }
}

/** Shorter paragraphs in the head of an article are labels, dates and the like. */
const SHORTEST = 40;

/** The head of an article beside its title and its authors: a few sentences that lead in, and labels that are no text. */
function headerOf(header: MarkupElement, context: Context): Flow[] {
  return flowOf(header.children, context).filter((it) => {
    const isLabel = it.type === 'block' && it.block.type === 'paragraph' && it.block.text.length < SHORTEST;
    if (isLabel) reportLeftOut(it.block.text, header, context);
    return !isLabel;
  });
}

/** A paragraph; a picture or a formula alone in one is a block of its own, and so is a tall picture beside words. */
function paragraphOf(nodes: readonly MarkupNode[], context: Context): Flow[] {
  const only = onlyElement(nodes);
  if (only && isDrawnLine(only)) return inFlow([{ type: 'rule', ...plain('') }]);
  const formula = only && formulaAlone(only, context);
  if (formula) return inFlow(unlessEmpty(formula));
  const apart = picturesApart(nodes);
  const prose = inlineProse(withoutElements(nodes, apart), context);
  const figures = [...apart].flatMap((img) => figureAround(img, plain(''), context));
  return inFlow([...paragraphsIn(prose).flatMap((it) => unlessEmpty(paragraphBlock(it))), ...figures]);
}

/** The formula that an element is. */
function formulaAlone(element: MarkupElement, context: Context): DraftBlock | undefined {
  if (element.name === 'img' && isFormulaPicture(element)) {
    const { text, marks } = inlineProse([element], context);
    const image = marks.find((mark) => mark.image)?.image;
    return { type: 'formula', ...plain(text), ...(image && { image }) };
  }
  if (element.name === 'math') {
    const { text, mathml } = formulaOf(element, true);
    return { type: 'formula', ...plain(text), mathml };
  }
  if (isWordFormula(element)) {
    const { text, mathml } = wordFormula(element, true);
    return { type: 'formula', ...plain(text), mathml };
  }
  if (element.name !== 'span' || !hasClass(element, /^math$/) || !hasClass(element, /^display$/)) return undefined;
  const tex = textIn(element).replace(/^\s*\\\[|\\\]\s*$/g, '');
  const { text, mathml } = formulaFromTex(tex, true);
  return { type: 'formula', ...plain(text), ...(mathml !== undefined && { mathml }) };
}

/** Pictures that are no part of a line: those that are tall, and those that stand where there are no words. */
function picturesApart(nodes: readonly MarkupNode[]): Set<MarkupElement> {
  const pictures = nodes.flatMap((node) =>
    isElement(node) ? (node.name === 'img' ? [node] : within(node, 'img')) : [],
  );
  const isWordless = nodes.every((node) => lineIn(node) === '');
  return new Set(
    pictures.filter((img) => !isFormulaPicture(img) && (isWordless || (heightOf(img) ?? 0) > TALLEST_IN_LINE)),
  );
}

const withoutElements = (nodes: readonly MarkupNode[], gone: ReadonlySet<MarkupElement>): readonly MarkupNode[] =>
  gone.size === 0
    ? nodes
    : nodes.flatMap((node): MarkupNode[] => {
        if (!isElement(node)) return [node];
        return gone.has(node) ? [] : [{ ...node, children: [...withoutElements(node.children, gone)] }];
      });

/** Empty lines part paragraphs, unless what they part is verse. */
function paragraphsIn(prose: Prose): Prose[] {
  const parts = prose.text.split(/\n{2,}/);
  if (parts.length < 2 || parts.every((part) => part.includes('\n'))) return [prose];
  let end = 0;
  return parts.map((part) => {
    const start = prose.text.indexOf(part, end);
    end = start + part.length;
    return sliced(prose, start, end);
  });
}

/** Lines, and stanzas where they are parted. */
function verseOf(element: MarkupElement, context: Context): DraftBlock {
  if (element.name === 'pre') return { type: 'verse', ...inlineProse(withLineEnds(element.children), context) };
  const groups = elementsOf(element).filter((it) => hasClass(it, STANZA) || it.name === 'p');
  if (groups.length < 2) return { type: 'verse', ...asLines(linesOf(element.children, context)) };
  const stanzas = groups.map((group) => asLines(linesOf(group.children, context)));
  const areStanzas = stanzas.some(({ text }) => text.includes('\n'));
  return { type: 'verse', ...(areStanzas ? concat(stanzas, '\n\n') : asLines(stanzas)) };
}

const VERSE = /^(?:wp-block-)?(?:verse|poem|poetry|lg|line-block)$/i;
const STANZA = /^(?:stanza|linegroup|lg|verse-group)$/i;

/** What stands as it is typed, with its line ends as elements. */
const withLineEnds = (nodes: readonly MarkupNode[]): MarkupNode[] =>
  nodes.flatMap((node): MarkupNode[] => {
    if (isElement(node)) return [{ ...node, children: withLineEnds(node.children) }];
    return node.split('\n').flatMap((line, index) => (index === 0 ? [line] : [LINE_END, line]));
  });

const LINE_END: MarkupElement = { name: 'br', prefix: '', attributes: new Map(), children: [], line: 1 };

/** What nodes hold as lines of one text: for quotations, notes, items and cells. */
export const linesOf = (nodes: readonly MarkupNode[], context: Context): Prose[] =>
  flowOf(nodes, context).map((it) => (it.type === 'heading' ? it.title : proseOfBlock(it.block)));

function listOf(list: MarkupElement, context: Context): DraftBlock[] {
  const ordered = list.name === 'ol';
  const start = Number(list.attributes.get('start') ?? 1);
  const first = Number.isInteger(start) && start >= 0 ? start : undefined;
  return unlessEmpty(listBlock(itemsOf(list, 0, context), ordered, first));
}

/** Items, also those of lists that stand in a list without an item around them. */
function itemsOf(list: MarkupElement, level: number, context: Context): DraftItem[] {
  return elementsOf(list).flatMap((item): DraftItem[] => {
    if (isSilent(item) || context.notes.isNote(item)) return [];
    if (item.name === 'ul' || item.name === 'ol') return itemsOf(item, level + 1, context);
    const lists = within(item, 'ul', 'ol').filter((inner) => !isSilent(inner));
    const own = asLines(linesOf(withoutTag(withoutLists(item.children)), context));
    const nested = lists.flatMap((inner) => itemsOf(inner, level + 1, context));
    return own.text === '' && own.notes.length === 0 ? nested : [{ level, prose: own }, ...nested];
  });
}

const ITEM_TAG = /^(?:[•·▪◦‣⋄*–—-]|\(?(?:\d{1,3}|[a-z]|[ivx]{1,5})[.)])$/iu;

/** Without the bullet or number that a page has in front as text, in an element of its own. */
function withoutTag(nodes: readonly MarkupNode[]): readonly MarkupNode[] {
  const at = nodes.findIndex((node) => isElement(node) || node.trim() !== '');
  const first = nodes[at];
  const isTag = first !== undefined && isElement(first) && first.name === 'span' && ITEM_TAG.test(lineIn(first));
  return isTag && nodes.length > at + 1 ? nodes.toSpliced(at, 1) : nodes;
}

const withoutLists = (nodes: readonly MarkupNode[]): MarkupNode[] =>
  nodes.flatMap((node): MarkupNode[] => {
    if (!isElement(node)) return [node];
    return node.name === 'ul' || node.name === 'ol' ? [] : [{ ...node, children: withoutLists(node.children) }];
  });

function definitionsOf(list: MarkupElement, context: Context): DraftItem[] {
  const items: DraftItem[] = [];
  for (const part of within(list, 'dt', 'dd')) {
    const prose = asLines(linesOf(part.children, context));
    const last = items.at(-1);
    if (part.name === 'dt' || !last) items.push({ level: 0, prose: marked(prose, { type: 'strong' }) });
    else items[items.length - 1] = { level: 0, prose: concat([last.prose, prose], ': ') };
  }
  return items;
}

function codeOf(pre: MarkupElement): DraftBlock {
  const lines = childrenOf(pre, 'p');
  if (lines.length > 0) return { type: 'code', ...plain(lines.map(lineOfListing).join('\n')) };
  const named = [pre, ...within(pre, 'code')].map(({ attributes }) => attributes.get('class') ?? '').join(' ');
  const language = /\b(?:language|lang)-([\w+#-]{1,40})/.exec(named)?.[1];
  const text = typedIn(pre).replace(/^\n+|\s+$/g, '');
  return { type: 'code', ...plain(text), ...(language !== undefined && { language }) };
}

/** All the text in it, line ends by `br` too. */
const typedIn = (node: MarkupNode): string => {
  if (!isElement(node)) return node;
  return node.name === 'br' ? '\n' : node.children.map(typedIn).join('');
};

/** A paragraph that looks like a line of a listing: space is as it was typed, and where the source wraps it was one too. */
const lineOfListing = (line: MarkupElement): string =>
  line.children
    .map((node) => typedIn(wrapped(node)))
    .join('')
    .replace(/^[ \t]*\n[ \t]*/, '')
    .replaceAll('\u00a0', ' ')
    .trimEnd();

const wrapped = (node: MarkupNode): MarkupNode =>
  isElement(node) ? { ...node, children: node.children.map(wrapped) } : node.replace(/(?<=\S)\n/g, ' ');

const BESIDE_EQUATION = /^[\s(\d.)a-z]{0,12}$/;

/** Is there nothing in a table but formulas, each in a row, and their numbers? */
function isEquations(table: MarkupElement): boolean {
  const rows = within(table, 'tr').filter((row) => lineIn(row) !== '');
  const areFormulas = rows.every(
    (row) => within(row, 'math').length > 0 && BESIDE_EQUATION.test(lineIn(withoutMath(row))),
  );
  return rows.length > 0 && areFormulas && (rows.length === 1 || hasClass(table, /equation|eqn|align/i));
}

const withoutMath = (element: MarkupElement): MarkupElement => ({
  ...element,
  children: element.children.flatMap((node): MarkupNode[] => {
    if (!isElement(node)) return [node];
    return node.name === 'math' ? [] : [withoutMath(node)];
  }),
});

/** The formulas of such a table, each with its number behind it. */
const equationsIn = (table: MarkupElement): DraftBlock[] =>
  within(table, 'tr')
    .filter((row) => within(row, 'math').length > 0)
    .map((row) => {
      const formulas = within(row, 'math');
      const [first] = formulas;
      const whole = first ? { ...first, children: formulas.flatMap(({ children }) => children) } : row;
      const number = lineIn(withoutMath(row));
      const { text, mathml } = formulas.length === 1 ? formulaOf(first ?? row, true) : joinedFormula(formulas, whole);
      return { type: 'formula', ...plain(number === '' ? text : `${text} ${number}`), mathml };
    });

/** Of formulas side by side, such as both halves of an equation. */
const joinedFormula = (formulas: readonly MarkupElement[], whole: MarkupElement): Formula => ({
  text: formulas.map((math) => formulaOf(math, true).text).join(' '),
  mathml: formulaOf(whole, true).mathml,
});

/** One cell, or said to be for looks: no table of facts. */
const isLayout = (table: MarkupElement): boolean =>
  /^(?:presentation|none)$/.test(table.attributes.get('role') ?? '') || within(table, 'td', 'th').length < 2;

function tableOf(table: MarkupElement, context: Context, outer?: Prose): DraftBlock {
  const [caption] = childrenOf(table, 'caption');
  const head = childrenOf(table, 'thead').flatMap((part) => within(part, 'tr'));
  const rows = within(table, 'tr').map((row) =>
    childrenOf(row, 'td', 'th').map((cell) => ({
      prose: asLines(linesOf(cell.children, context)),
      header: cell.name === 'th' || head.includes(row),
      columns: spanIn(cell, 'colspan'),
      rows: spanIn(cell, 'rowspan'),
    })),
  );
  return tableBlock(
    rows.filter((cells) => cells.length > 0),
    asLines([...(outer ? [outer] : []), ...(caption ? linesOf(caption.children, context) : [])]),
  );
}

const spanIn = (cell: MarkupElement, name: string): number | undefined =>
  /^\d{1,4}$/.test(cell.attributes.get(name) ?? '') ? Number(cell.attributes.get(name)) : undefined;

function figureOf(figure: MarkupElement, context: Context): DraftBlock[] {
  const caption = captionIn(figure);
  const words = caption ? asLines(linesOf(caption.children, context)) : plain('');
  const [table] = within(figure, 'table');
  if (table && !isLayout(table)) return unlessEmpty(tableOf(table, context, words));
  const images = within(figure, 'img');
  const [first, ...more] = images;
  const pictures = first
    ? [...figureAround(first, words, context), ...more.flatMap((img) => figureAround(img, plain(''), context))]
    : [];
  const rest = withoutParts(withoutElements(figure.children, new Set(caption && [caption])), PARTS);
  const inside = flowOf(rest, context).flatMap((it): DraftBlock[] =>
    it.type === 'block' ? [it.block] : [{ type: 'paragraph', ...it.title }],
  );
  if (pictures.length > 0) return [...pictures, ...inside];
  return [...inside, ...unlessEmpty({ type: inside.length > 0 ? 'paragraph' : 'figure', ...words })];
}

const PARTS = new Set(['figcaption', 'img', 'picture']);

/** What is said below a figure or above a table, in an element of its own. */
function captionIn(box: MarkupElement): MarkupElement | undefined {
  const [said] = within(box, 'figcaption');
  return said ?? captionByClass(box, DEEPEST_CAPTION);
}

/** Looked for so many elements deep, as every box of a page is asked. */
const DEEPEST_CAPTION = 3;

function captionByClass(box: MarkupElement, depth: number): MarkupElement | undefined {
  const inside = elementsOf(box);
  const own = inside.find((it) => it.name !== 'caption' && hasClass(it, /caption/i));
  if (own || depth === 1) return own;
  for (const it of inside) {
    const found = captionByClass(it, depth - 1);
    if (found) return found;
  }
  return undefined;
}

const MOST_BESIDE = 40;

/** Is it a box around one table or some pictures and what is said of them, whatever the page calls it? */
function isBoxed(box: MarkupElement): boolean {
  const caption = captionByClass(box, DEEPEST_CAPTION);
  if (!caption) return false;
  const [tables, pictures] = [within(box, 'table'), within(box, 'img')];
  if (tables.length > 1 || tables.length + pictures.length === 0) return false;
  const beside = lineIn(box).length - lineIn(caption).length - (tables[0] ? lineIn(tables[0]).length : 0);
  return beside <= MOST_BESIDE;
}

const withoutParts = (nodes: readonly MarkupNode[], names: ReadonlySet<string>): MarkupNode[] =>
  nodes.flatMap((node): MarkupNode[] => {
    if (!isElement(node)) return [node];
    return names.has(node.name) ? [] : [{ ...node, children: withoutParts(node.children, names) }];
  });

/** Words that programs put where somebody should have said what is to be seen. */
const SAYS_NOTHING = /^(?:refer to caption|image|img|picture|photo|figure|bild|imagen|untitled)$/i;

function figureAround(img: MarkupElement, caption: Prose, context: Context): DraftBlock[] {
  const said = (img.attributes.get('alt') ?? '').replace(/\s+/gu, ' ').trim();
  const alternative = SAYS_NOTHING.test(said) ? '' : said;
  const image = context.imageOf(img);
  if ('asset' in image) {
    const described = alternative === '' || alternative === caption.text ? image : { ...image, alternative };
    return [{ type: 'figure', ...caption, image: described }];
  }
  const name = lineIn(img) || alternative || (img.attributes.get('src') ?? '').split('/').at(-1) || '';
  context.report('read/image-left-out', img, 'picture-missing', { words: name, ...image });
  return unlessEmpty({ type: 'figure', ...(caption.text === '' ? plain(alternative) : caption) });
}
