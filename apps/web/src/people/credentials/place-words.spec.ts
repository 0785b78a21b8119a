import { placeWords } from './place-words.js';

describe('a place in words', () => {
  it.each([
    ['127.0.0.1', 'this computer'],
    ['::1', 'this computer'],
    ['::ffff:127.0.0.1', 'this computer'],
    ['192.168.1.20', 'this network (192.168.1.20)'],
    ['::ffff:10.0.0.3', 'this network (10.0.0.3)'],
    ['172.31.255.255', 'this network (172.31.255.255)'],
    ['172.32.0.1', '172.32.0.1'],
    ['fd12:3456::1', 'this network (fd12:3456::1)'],
    ['fe80::1', 'this network (fe80::1)'],
    ['203.0.113.7', '203.0.113.7'],
    ['2001:db8::7', '2001:db8::7'],
    ['unknown', 'an unknown place'],
  ])('is for %s: %s', (address, words) => {
    expect(placeWords(address)).toBe(words);
  });
});
