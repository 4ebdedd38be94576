import { expect, test } from 'vitest';
import { addressesOf } from '../src/store/postgres/hosts.ts';

test.each([
  ['postgres://db/facts', ['postgres://db/facts']],
  [
    'postgres://me:a%2Cb@one:5432,two:5433/facts?sslmode=require',
    [
      'postgres://me:a%2Cb@one:5432/facts?sslmode=require',
      'postgres://me:a%2Cb@two:5433/facts?sslmode=require',
    ],
  ],
  ['postgresql://one,two', ['postgresql://one', 'postgresql://two']],
  ['postgres:///facts?host=/run/a,b', ['postgres:///facts?host=/run/a,b']],
])('%s is the addresses %j', (url, addresses) => {
  expect(addressesOf(url)).toEqual(addresses);
});
