import { type Pictures, pictureOf } from '../images.ts';
import type { MarkupElement } from '../markup/tree.ts';
import type { Image } from '../model.ts';
import type { Refusal } from '../sayings.ts';

/** Pages that load pictures late say elsewhere where they are, and have a stopgap in their place. */
const ADDRESSES = ['data-src', 'data-original', 'data-lazy-src', 'src'];

/** Where the picture of an `img` may be, the likeliest first. */
export function addressesOf({ attributes }: MarkupElement): string[] {
  const set = attributes.get('srcset') ?? attributes.get('data-srcset') ?? '';
  const ofSet = set.split(/,\s+/).map((candidate) => candidate.trim().split(/\s+/)[0] ?? '');
  return [...ADDRESSES.map((name) => attributes.get(name) ?? ''), ...ofSet].filter((address) => address !== '');
}

/** The picture of an `img`, or why there is none. */
export function imageOf(img: MarkupElement, pictures: Pictures<string>): Image | Refusal {
  const found = addressesOf(img).map((address) => pictureOf(pictures, address, ABSENT));
  return found.find((it) => 'asset' in it) ?? found.find((it) => it !== ABSENT) ?? ABSENT;
}

const ABSENT: Refusal = { why: 'absent' };
