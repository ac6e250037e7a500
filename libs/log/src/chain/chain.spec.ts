import { createHash } from 'node:crypto';
import { EVERYONE, type RecordedEvent } from '#seminar';
import * as s from '../../../seminar/src/testing/a-seminar.ts';
import { genesisOf, newSalt } from './chain.ts';
import { seal } from './seal.ts';

const sha256 = (text: string) => createHash('sha256').update(text, 'utf8').digest('hex');
const log = { seminar: s.seminar, audience: EVERYONE };
const command = '0190163d-8694-739b-aea5-966c26f8ad91';

const deleted = {
  type: 'annotation.deleted',
  version: 1,
  data: { annotation: s.note(1) },
  personal: null,
  position: 1,
  at: '2026-11-12T14:02:00.000Z',
  by: s.ada,
  command,
} as RecordedEvent;

describe('the chain, byte for byte as docs/log.md describes it', () => {
  it('begins with the hash of the log that it belongs to', () => {
    expect(genesisOf(log)).toBe(
      sha256('{"audience":"everyone","format":"catena-log/1","seminar":"00000000-0000-4000-8000-000000000001"}'),
    );
  });

  it('takes in what happened, and the hash before it', () => {
    const [sealed] = seal(genesisOf(log), [deleted]);
    expect(sealed?.hash).toBe(
      sha256(
        `{"at":"2026-11-12T14:02:00.000Z","by":"00000000-0000-4000-8000-000000000011","command":"${command}",` +
          '"data":{"annotation":"00000000-0000-4000-8000-000000000101"},"personal":null,"position":1,' +
          `"previous":"${genesisOf(log)}","type":"annotation.deleted","version":1}`,
      ),
    );
    expect(sealed?.hash).toBe('2d4b0917c1c6e88521e28723ca4030ae541ff66375f974c109005fd61ef96699');
  });

  it('takes in what a person wrote by a salted hash of its own', () => {
    const edited = { ...deleted, type: 'annotation.edited', data: { annotation: s.note(1), revision: 2 } };
    const [one, other] = [0, 1].map(
      () => seal(genesisOf(log), [{ ...edited, personal: { body: 'Ü "quoted"' } } as RecordedEvent])[0],
    );
    expect(one?.personalHash).toBe(sha256(`{"personal":{"body":"Ü \\"quoted\\""},"salt":"${one?.salt}"}`));
    expect(other?.personalHash).not.toBe(one?.personalHash);
  });

  it('never salts alike', () => {
    const salts = Array.from({ length: 1_000 }, newSalt);
    expect(new Set(salts).size).toBe(1_000);
    expect(salts.every((salt) => /^[0-9a-f]{32}$/.test(salt))).toBe(true);
  });
});
