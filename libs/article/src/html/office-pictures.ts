/** LibreOffice puts each picture on a line of its own in its web pages: the line ends around one are no space of the text. */
import { isElement, type MarkupElement, within } from '../markup/tree.ts';

const isOffice = (html: MarkupElement): boolean =>
  within(html, 'meta').some(
    ({ attributes }) =>
      attributes.get('name')?.toLowerCase() === 'generator' &&
      /LibreOffice|OpenOffice/.test(attributes.get('content') ?? ''),
  );

/** The page without the line ends that its program put around pictures. */
export const withPicturesInLine = (html: MarkupElement): MarkupElement => (isOffice(html) ? closed(html) : html);

function closed(element: MarkupElement): MarkupElement {
  const children = element.children.map((node, at, nodes) => {
    if (isElement(node)) return closed(node);
    const [before, behind] = [nodes[at - 1], nodes[at + 1]];
    const text = isPicture(before) ? node.replace(/^\n/, '') : node;
    return isPicture(behind) ? text.replace(/\n[\t]*$/, '') : text;
  });
  return { ...element, children };
}

const isPicture = (node: MarkupElement['children'][number] | undefined): boolean =>
  node !== undefined && isElement(node) && node.name === 'img';
