import { firstTimeZone, hourInWords, timeZones, weekdayInWords } from './mail-hours.ts';

describe('the hours of mails', () => {
  it('are named as people name them', () => {
    expect([1, 7].map((day) => weekdayInWords(day, 'en-GB'))).toEqual(['Monday', 'Sunday']);
    expect([0, 9, 23].map((hour) => hourInWords(hour, 'en-GB'))).toEqual(['00:00', '09:00', '23:00']);
  });

  it('are those of a zone that can be chosen, also where the browser does not list it', () => {
    expect(timeZones('Etc/GMT+3')).toEqual(expect.arrayContaining(['Etc/GMT+3', 'Europe/Copenhagen', 'UTC']));
  });

  it('are offered in the zone of the browser to whoever has chosen none', () => {
    expect(firstTimeZone({ timeZone: 'UTC', address: null }, 'Asia/Tokyo')).toBe('Asia/Tokyo');
    expect(firstTimeZone({ timeZone: 'UTC', address: 'a@example.org' }, 'Asia/Tokyo')).toBe('UTC');
    expect(firstTimeZone({ timeZone: 'Europe/Paris', address: null }, 'Asia/Tokyo')).toBe('Europe/Paris');
  });
});
