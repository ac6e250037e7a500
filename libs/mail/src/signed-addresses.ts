/**
 * Addresses that only we can have made: `reply+TOKEN@domain` and `bounce+TOKEN@domain`. A token is the mail's id (16 bytes) and the
 * first 12 bytes of an HMAC over what the address is for and that id, in base32 (RFC 4648, lower case: servers on the way may change
 * the case of a local part). With 45 characters it fits the 64 that a local part may have (RFC 5321 §4.5.3.1.1), as a JWT would not.
 */

import { createHmac, timingSafeEqual } from 'node:crypto';
import { parse, stringify } from 'uuid';
import { decodeBase32, encodeBase32 } from './base32.ts';

export type AddressUse = 'reply' | 'bounce';

const ID_BYTES = 16;
const SIGNATURE_BYTES = 12;
const ADDRESS = /^(reply|bounce)\+([a-z2-7]{45})@([^@]+)$/;

export class SignedAddresses {
  readonly #secret: Uint8Array;
  readonly #domain: string;

  /** `secret`: the one that signs links, see `signingSecret`. */
  constructor(secret: Uint8Array, domain: string) {
    this.#secret = secret;
    this.#domain = domain.toLowerCase();
  }

  /** Where a reply to the mail with this id (a UUID) goes. */
  reply(mail: string): string {
    return this.#make('reply', mail);
  }

  /** Where servers on the way say that the mail with this id could not be delivered (its envelope's sender). */
  bounce(mail: string): string {
    return this.#make('bounce', mail);
  }

  /** The id of the mail whose address for this use it is; `undefined` where it is none of ours. */
  read(use: AddressUse, address: string): string | undefined {
    const [, found, token, domain] = ADDRESS.exec(address.trim().toLowerCase()) ?? [];
    if (found !== use || token === undefined || domain !== this.#domain) return undefined;
    const bytes = decodeBase32(token);
    const id = bytes.subarray(0, ID_BYTES);
    const signature = bytes.subarray(ID_BYTES);
    const signed = signature.length === SIGNATURE_BYTES && timingSafeEqual(signature, this.#signature(use, id));
    return signed ? stringify(id) : undefined;
  }

  #make(use: AddressUse, mail: string): string {
    const id = parse(mail);
    return `${use}+${encodeBase32(Buffer.concat([id, this.#signature(use, id)]))}@${this.#domain}`;
  }

  #signature(use: AddressUse, id: Uint8Array): Buffer {
    return createHmac('sha256', this.#secret).update(`mail ${use}\n`).update(id).digest().subarray(0, SIGNATURE_BYTES);
  }
}
