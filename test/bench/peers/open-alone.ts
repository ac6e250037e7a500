import { strFromU8, unzipSync } from 'fflate';
import { parse } from 'parse5';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import { SaxesParser } from 'saxes';
import { unified } from 'unified';
import type { Format } from '#article';

/** What the library alone does that opens a format: the least that any reader built on it takes. */
export function openAlone(format: Format, bytes: Uint8Array): unknown {
  const text = () => new TextDecoder().decode(bytes);
  switch (format) {
    case 'text':
      return text().normalize('NFC').split('\n');
    case 'markdown':
      return unified().use(remarkParse).use(remarkGfm).parse(text());
    case 'html':
      return parse(text());
    case 'jats':
      return parseXml(text());
    case 'docx':
      return parseXml(strFromU8(unzipSync(bytes)['word/document.xml'] ?? new Uint8Array()));
  }
}

function parseXml(text: string): number {
  let elements = 0;
  const parser = new SaxesParser();
  parser.on('opentag', () => {
    elements += 1;
  });
  parser.on('error', () => undefined);
  parser.write(text).close();
  return elements;
}
