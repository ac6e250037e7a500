import { imageSize } from 'image-size';
import { imageType } from '#article';
import type { Assets } from '#importing';
import type { Seminars } from '#log';
import type { PersonId } from '#people';
import type { PictureAnswer } from '#protocol';
import { EVERYONE, mayRead, onlyFor, type SeminarId, standingOf } from '#seminar';
import type { Commands } from '../commands.ts';
import { Refused } from '../refused.ts';

export interface PictureLimits {
  bytes: number;
  /** Width times height. */
  pixels: number;
}

/** Pictures that people put into what they write. */
export class Pictures {
  readonly #commands: Commands;
  readonly #seminars: Seminars;
  readonly #assets: Assets;
  readonly #limits: PictureLimits;

  constructor(parts: { commands: Commands; seminars: Seminars; assets: Assets }, limits: PictureLimits) {
    this.#commands = parts.commands;
    this.#seminars = parts.seminars;
    this.#assets = parts.assets;
    this.#limits = limits;
  }

  /** Keeps a picture, if its bytes say that it is one. What it may be put into, the rules of the seminar say. */
  async keep(person: PersonId, seminar: SeminarId, bytes: Uint8Array): Promise<PictureAnswer> {
    await this.#commands.limit(person);
    const member = await this.#commands.memberOf(seminar, person);
    const main = await this.#seminars.state({ seminar, audience: EVERYONE });
    if (!mayRead(standingOf(main, member), EVERYONE)) throw new Refused('policy/not-a-member');
    const mediaType = imageType(bytes);
    const size = mediaType === undefined ? undefined : sizeOf(bytes);
    if (mediaType === undefined || !size) throw new Refused('picture/not-one');
    if (bytes.length > this.#limits.bytes) throw new Refused('picture/too-large');
    // A few bytes can stand for more pixels than a phone has memory for.
    if (size.width * size.height > this.#limits.pixels) throw new Refused('picture/too-large');
    // Until it stands somewhere it is theirs alone.
    return { asset: await this.#assets.keep(seminar, { bytes, mediaType }, onlyFor(member)), ...size };
  }
}

function sizeOf(bytes: Uint8Array): { width: number; height: number } | undefined {
  try {
    const { width, height } = imageSize(bytes);
    return width > 0 && height > 0 ? { width, height } : undefined;
  } catch {
    // The only way in which it says that there is no size in it.
    return undefined;
  }
}
