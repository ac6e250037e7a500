/** Paragraphs, lists, quotations, verse, tables, figures, code and formulas as blocks. */
import type { Flow } from '../assemble.ts';
import type { DraftBlock } from '../draft.ts';
import { type DraftItem, listBlock, paragraphBlock, quotationBlock, tableBlock } from '../draft-blocks.ts';
import { proseOfBlock } from '../in-line.ts';
import {
  at,
  childrenOf,
  elementsOf,
  isElement,
  lineIn,
  type MarkupElement,
  type MarkupNode,
  textIn,
  within,
} from '../markup/tree.ts';
import type { Image } from '../model.ts';
import { asLines, concat, marked, type Prose, plain } from '../prose.ts';
import type { Context } from './context.ts';
import { formulaIn, inlineProse } from './inline.ts';

/** Elements that interrupt the paragraph they stand in. */
const BLOCKS = new Set(
  [
    'p list def-list disp-quote verse-group table-wrap table-wrap-group fig fig-group disp-formula code preformat',
    'disp-formula-group boxed-text statement speech supplementary-material sec title attrib chem-struct-wrap fn-group',
    'ref-list hr graphic-block array table graphic',
  ].flatMap((names) => names.split(' ')),
);
/** Elements that are pictures. */
export const GRAPHICS = ['graphic', 'inline-graphic', 'media'];
/** For machines, or said elsewhere: labels of lists stand for their numbers. */
const SILENT = new Set(['label', 'object-id', 'alt-text', 'long-desc', 'sec-meta', 'processing-meta']);

/** What stands in an element, in order. Text between the blocks makes paragraphs of its own. */
export function flowOf(nodes: readonly MarkupNode[], depth: number, context: Context): Flow[] {
  const flow: Flow[] = [];
  let run: MarkupNode[] = [];
  const close = () => {
    flow.push(...inFlow(unlessEmpty(paragraphBlock(inlineProse(run, context)))));
    run = [];
  };
  for (const node of nodes) {
    if (!isElement(node) || !BLOCKS.has(node.name)) {
      if (!isElement(node) || !SILENT.has(node.name)) run.push(node);
      continue;
    }
    close();
    flow.push(...flowOfElement(node, depth, context));
  }
  close();
  return flow;
}

const inFlow = (blocks: readonly DraftBlock[]): Flow[] => blocks.map((block) => ({ type: 'block', block }));

const unlessEmpty = (block: DraftBlock): DraftBlock[] =>
  block.text.trim() === '' && block.notes.length === 0 ? [] : [block];

function flowOfElement(element: MarkupElement, depth: number, context: Context): Flow[] {
  switch (element.name) {
    case 'sec':
      return sectionFlow(element, depth, context);
    case 'p':
      return keyed(flowOf(element.children, depth, context), element);
    case 'title':
      return inFlow(
        unlessEmpty({ type: 'paragraph', ...marked(inlineProse(element.children, context), { type: 'strong' }) }),
      );
    case 'boxed-text':
      context.report('jats/boxed-text-opened', element, 'box-opened', { words: lineIn(element) });
      return flowOf(element.children, depth, context);
    case 'table-wrap-group':
    case 'fig-group':
    case 'disp-formula-group':
    case 'statement':
    case 'supplementary-material':
    case 'fn-group':
    case 'ref-list':
      return flowOf(element.children, depth, context);
    case 'table-wrap':
      return inFlow(tableOf(element, context));
    default:
      return inFlow(blockOf(element, context));
  }
}

/** The first block takes the name under which the text refers to the element. */
function keyed(flow: Flow[], element: MarkupElement): Flow[] {
  const key = element.attributes.get('id');
  const [first, ...rest] = flow;
  if (key === undefined || first?.type !== 'block' || first.block.key !== undefined) return flow;
  return [{ type: 'block', block: { ...first.block, key } }, ...rest];
}

function sectionFlow(sec: MarkupElement, depth: number, context: Context): Flow[] {
  const title = at(sec, 'title');
  const rest = sec.children.filter((node) => node !== title);
  const words = title && inlineProse(title.children, context);
  if (!words || words.text === '') return flowOf(rest, depth, context);
  const label = lineIn(childrenOf(sec, 'label')[0]);
  const key = sec.attributes.get('id');
  return [
    {
      type: 'heading',
      depth,
      title: label === '' ? words : concat([plain(label), words], ' '),
      place: { line: sec.line },
      ...(key !== undefined && { key }),
    },
    ...flowOf(rest, depth + 1, context),
  ];
}

function blockOf(element: MarkupElement, context: Context): DraftBlock[] {
  const key = element.attributes.get('id');
  const named = key === undefined ? {} : { key };
  switch (element.name) {
    case 'list': {
      const ordered = /^(?:order|(?:alpha|roman)-(?:lower|upper))$/.test(element.attributes.get('list-type') ?? '');
      return unlessEmpty({ ...listBlock(itemsOf(element, 0, context), ordered), ...named });
    }
    case 'def-list':
      return unlessEmpty({ ...listBlock(definitionsOf(element, context), false), ...named });
    case 'disp-quote':
    case 'speech':
      return unlessEmpty({ ...quotationBlock(linesOf(element, context)), ...named });
    case 'verse-group':
      return unlessEmpty({ type: 'verse', ...concat(stanzasOf(element, context), '\n\n'), ...named });
    case 'attrib':
      return unlessEmpty({ type: 'paragraph', ...inlineProse(element.children, context) });
    case 'code':
    case 'preformat': {
      const language = element.attributes.get('language')?.slice(0, 40);
      const text = textIn(element).replace(/^\n+|\s+$/g, '');
      return unlessEmpty({ type: 'code', ...plain(text), ...(language && { language }), ...named });
    }
    case 'fig':
    case 'chem-struct-wrap':
      return figureOf(element, context);
    case 'disp-formula':
      return formulaBlock(element, context);
    case 'graphic':
      return imagesIn({ ...element, children: [element, ...element.children] }, context).map((image) => ({
        type: 'figure',
        ...plain(''),
        image,
      }));
    case 'hr':
      return [{ type: 'rule', ...plain('') }];
    case 'table':
    case 'array':
      return unlessEmpty(tableBlock(rowsOf(element, context)));
    default:
      return unlessEmpty({ type: 'paragraph', ...inlineProse(element.children, context) });
  }
}

/** What an element holds as lines of one text: for quotations, notes, items and cells. */
export function linesOf(element: MarkupElement, context: Context): Prose[] {
  return flowOf(element.children, 1, context).map((it) => (it.type === 'heading' ? it.title : proseOfBlock(it.block)));
}

/** Groups within a group are its stanzas; lines between them make one more. */
function stanzasOf(group: MarkupElement, context: Context): Prose[] {
  const stanzas: Prose[] = [];
  let lines: Prose[] = [];
  const close = () => {
    if (lines.length > 0) stanzas.push(asLines(lines));
    lines = [];
  };
  for (const child of elementsOf(group)) {
    if (child.name === 'verse-group') {
      close();
      stanzas.push(...stanzasOf(child, context));
    } else if (!SILENT.has(child.name)) lines.push(inlineProse(child.children, context));
  }
  close();
  return stanzas;
}

function itemsOf(list: MarkupElement, level: number, context: Context): DraftItem[] {
  return childrenOf(list, 'list-item').flatMap((item) => {
    const lists = within(item, 'list');
    const own = { ...item, children: withoutLists(item) };
    const nested = lists.flatMap((inner) => itemsOf(inner, level + 1, context));
    return [{ level, prose: asLines(linesOf(own, context)) }, ...nested];
  });
}

const withoutLists = (element: MarkupElement): MarkupNode[] =>
  element.children
    .filter((node) => !isElement(node) || node.name !== 'list')
    .map((node) => (isElement(node) && node.name === 'p' ? { ...node, children: withoutLists(node) } : node));

const definitionsOf = (list: MarkupElement, context: Context): DraftItem[] =>
  childrenOf(list, 'def-item').map((item) => {
    const term = at(item, 'term');
    const meaning = childrenOf(item, 'def').flatMap((def) => linesOf(def, context));
    const name = term ? marked(inlineProse(term.children, context), { type: 'strong' }) : plain('');
    return { level: 0, prose: concat([name, asLines(meaning)], term && meaning.length > 0 ? ': ' : '') };
  });

/** `Figure 1.` and the caption behind it. */
export function captionOf(element: MarkupElement, context: Context): Prose {
  const label = lineIn(childrenOf(element, 'label')[0]);
  const caption = at(element, 'caption');
  const words = caption ? linesOf(withPlainTitle(caption), context) : [];
  const head = label === '' ? [] : [plain(/[.:]$/.test(label) ? label : `${label}.`)];
  return concat([...head, ...words.filter(({ text }) => text !== '')], ' ');
}

/** The title of a caption is the beginning of its text. */
const withPlainTitle = (caption: MarkupElement): MarkupElement => ({
  ...caption,
  children: caption.children.map((node) => (isElement(node) && node.name === 'title' ? { ...node, name: 'p' } : node)),
});

function figureOf(fig: MarkupElement, context: Context): DraftBlock[] {
  const caption = captionOf(fig, context);
  const [image, ...more] = imagesIn(fig, context);
  const key = fig.attributes.get('id');
  const rest = elementsOf(fig).filter(
    ({ name }) => !['label', 'caption', 'graphic', 'media', 'alternatives'].includes(name),
  );
  const figure: DraftBlock = { type: 'figure', ...caption, ...(image && { image }), ...(key !== undefined && { key }) };
  const others = more.map((other): DraftBlock => ({ type: 'figure', ...plain(''), image: other }));
  return [figure, ...others, ...flowOf(rest, 1, context).flatMap((it) => (it.type === 'block' ? [it.block] : []))];
}

/** The pictures that came along, with what is said about them for those who don’t see them. Of alternatives, the first. */
function imagesIn(fig: MarkupElement, context: Context): Image[] {
  const alternative = lineIn(within(fig, 'alt-text')[0]);
  const described = alternative === '' ? {} : { alternative };
  return within(fig, 'alternatives', ...GRAPHICS).flatMap((graphic): Image[] => {
    const forms = graphic.name === 'alternatives' ? within(graphic, ...GRAPHICS) : [graphic];
    const found = forms.map((form) => context.imageOf(form.attributes.get('href') ?? ''));
    const image = found.find((it) => 'asset' in it);
    const [name, why] = [forms[0]?.attributes.get('href') ?? '', found[0]];
    if (image) return [{ ...image, ...described }];
    if (why && 'why' in why) {
      context.report('read/image-left-out', graphic, 'picture-missing', { words: name, ...why });
    }
    return [];
  });
}

function formulaBlock(element: MarkupElement, context: Context): DraftBlock[] {
  const formula = formulaIn(element, true);
  const key = element.attributes.get('id');
  const named = key === undefined ? {} : { key };
  if (!formula) {
    const words = inlineProse(element.children, context);
    const image = words.marks.find((mark) => mark.image)?.image;
    return unlessEmpty({ type: 'formula', ...words, marks: [], ...(image && { image }), ...named });
  }
  const label = lineIn(childrenOf(element, 'label')[0]);
  const text = label === '' ? formula.text : `${formula.text} ${label}`;
  const { mathml } = formula;
  return unlessEmpty({ type: 'formula', ...plain(text), ...(mathml !== undefined && { mathml }), ...named });
}

function tableOf(wrap: MarkupElement, context: Context): DraftBlock[] {
  const caption = captionOf(wrap, context);
  const tables = within(wrap, 'table', 'array');
  const key = wrap.attributes.get('id');
  const feet = childrenOf(wrap, 'table-wrap-foot').flatMap((foot) =>
    linesOf(foot, context).flatMap((prose) => unlessEmpty({ type: 'paragraph', ...prose })),
  );
  if (tables.length === 0) {
    if (within(wrap, 'graphic').length > 0) {
      const [image, ...more] = imagesIn(wrap, context);
      const pictures = [image, ...more].map(
        (it, index): DraftBlock => ({
          type: 'figure',
          ...(index === 0 ? caption : plain('')),
          ...(it && { image: it }),
          ...(index === 0 && key !== undefined && { key }),
        }),
      );
      return [...pictures.flatMap(unlessEmpty), ...feet];
    }
    return [...unlessEmpty({ type: 'figure', ...caption, ...(key !== undefined && { key }) }), ...feet];
  }
  const blocks = tables.map((table, index): DraftBlock => {
    const block = tableBlock(rowsOf(table, context), index === 0 ? caption : undefined);
    return index === 0 && key !== undefined ? { ...block, key } : block;
  });
  return [...blocks.flatMap(unlessEmpty), ...feet];
}

const rowsOf = (table: MarkupElement, context: Context) =>
  within(table, 'tr').map((row) =>
    childrenOf(row, 'td', 'th').map((cell) => ({
      prose: asLines(linesOf(cell, context)),
      header: cell.name === 'th',
      columns: spanIn(cell, 'colspan'),
      rows: spanIn(cell, 'rowspan'),
    })),
  );

const spanIn = (cell: MarkupElement, name: string): number | undefined =>
  /^\d{1,4}$/.test(cell.attributes.get(name) ?? '') ? Number(cell.attributes.get(name)) : undefined;
