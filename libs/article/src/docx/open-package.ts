import { unzip } from '../archive/unzip.ts';
import { parseXml } from '../markup/parse-xml.ts';
import { elementsOf, type MarkupElement } from '../markup/tree.ts';
import type { ReadFailure } from '../read-error.ts';
import type { ReadLimits } from '../read-limits.ts';

/** The parts of an Office Open XML file (ECMA-376 part 2), by their paths without a slash in front. */
export interface Package {
  /** The root of an XML part; `undefined` where there is no such part, or it is no XML. */
  xml(path: string): MarkupElement | undefined;
  bytes(path: string): Uint8Array | undefined;
  /** What a part refers to: targets by the id of the relationship, with the path or address that each leads to. */
  relationships(path: string): ReadonlyMap<string, Relationship>;
}

export interface Relationship {
  /** The last word of its type, e.g. `image`, `hyperlink`, `footnotes`. */
  type: string;
  /** A path in the package, or an address outside of it. */
  target: string;
  external: boolean;
}

/** Only these are unpacked: text, what it refers to, and pictures. */
const WANTED = /^(?:_rels\/\.rels|docProps\/core\.xml|word\/(?:[\w-]+\.xml|_rels\/[\w-]+\.xml\.rels|media\/[^/]+))$/;
/** Opens the package without unpacking more than the limits allow. */
export function openPackage(source: Uint8Array, limits: ReadLimits): { ok: true; parts: Package } | ReadFailure {
  const unpacked = unzip(source, limits, (path) => WANTED.test(path));
  return unpacked.ok ? { ok: true, parts: packageOf(unpacked.files, limits) } : unpacked;
}

function packageOf(files: ReadonlyMap<string, Uint8Array>, limits: ReadLimits): Package {
  const bytes = (path: string): Uint8Array | undefined => files.get(path);
  const parsed = new Map<string, MarkupElement | undefined>();
  const xml = (path: string): MarkupElement | undefined => {
    if (!parsed.has(path)) {
      const part = bytes(path);
      const read = part && parseXml(new TextDecoder().decode(part).normalize('NFC'), limits);
      parsed.set(path, read?.ok ? read.root : undefined);
    }
    return parsed.get(path);
  };
  return { xml, bytes, relationships: (path) => relationshipsOf(path, xml(relsOf(path))) };
}

/** `word/document.xml` has its relationships in `word/_rels/document.xml.rels`. */
const relsOf = (path: string): string => path.replace(/([^/]*)$/, '_rels/$1.rels');

function relationshipsOf(path: string, root: MarkupElement | undefined): Map<string, Relationship> {
  const folder = path.includes('/') ? path.replace(/[^/]*$/, '') : '';
  const all = root ? elementsOf(root) : [];
  return new Map(
    all.map(({ attributes }) => {
      const external = attributes.get('TargetMode') === 'External';
      const target = attributes.get('Target') ?? '';
      const inside = target.startsWith('/') ? target.slice(1) : folder + target;
      const type = (attributes.get('Type') ?? '').split('/').at(-1) ?? '';
      return [attributes.get('Id') ?? '', { type, external, target: external ? target : inside }];
    }),
  );
}
