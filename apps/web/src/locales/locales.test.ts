import { describe, expect, it } from 'vitest';
import { administration as administrationEn } from './en/administration.ts';
import { figureStaff as figureStaffEn } from './en/figure-staff.ts';
import { figures as figuresEn } from './en/figures.ts';
import { messages as publicEn } from './en/messages.ts';
import { screen as screenEn } from './en/screen.ts';
import { siteWords as siteEn } from './en/site.ts';
import { staff as staffEn } from './en/staff.ts';
import { administration as administrationFi } from './fi/administration.ts';
import { figureStaff as figureStaffFi } from './fi/figure-staff.ts';
import { figures as figuresFi } from './fi/figures.ts';
import { messages as publicFi } from './fi/messages.ts';
import { screen as screenFi } from './fi/screen.ts';
import { siteWords as siteFi } from './fi/site.ts';
import { staff as staffFi } from './fi/staff.ts';
import { administration as administrationSv } from './sv/administration.ts';
import { figureStaff as figureStaffSv } from './sv/figure-staff.ts';
import { figures as figuresSv } from './sv/figures.ts';
import { messages as publicSv } from './sv/messages.ts';
import { screen as screenSv } from './sv/screen.ts';
import { siteWords as siteSv } from './sv/site.ts';
import { staff as staffSv } from './sv/staff.ts';

const fi = { ...publicFi, ...screenFi, ...siteFi, ...staffFi, ...administrationFi, ...figuresFi, ...figureStaffFi };
const sv = { ...publicSv, ...screenSv, ...siteSv, ...staffSv, ...administrationSv, ...figuresSv, ...figureStaffSv };
const en = { ...publicEn, ...screenEn, ...siteEn, ...staffEn, ...administrationEn, ...figuresEn, ...figureStaffEn };

type Tree = { [key: string]: string | Tree };

const entriesOf = (tree: Tree, path = ''): [string, string][] =>
  Object.entries(tree).flatMap(([key, value]): [string, string][] =>
    typeof value === 'string' ? [[path + key, value]] : entriesOf(value, `${path}${key}.`),
  );

const keysOf = (tree: Tree) => entriesOf(tree).map(([key]) => key);
const argumentsOf = (message: string) =>
  [
    ...new Set([...message.matchAll(/(?<!(?:one|other|up|down|=\d) )\{(\w+)[,}]/g)].map(([, name = '']) => name)),
  ].toSorted((one, other) => one.localeCompare(other));

/** A language inflects by number or it does not. */
const isNotCount = (name: string) => name !== 'count';

describe.each([
  ['sv', sv],
  ['en', en],
])('%s', (_, messages) => {
  it('has the keys of Finnish, all of them and no others', () => {
    expect(keysOf(messages).toSorted()).toEqual(keysOf(fi).toSorted());
  });

  it('takes the same values in each message, plurals apart', () => {
    const own = new Map(entriesOf(messages));
    for (const [key, message] of entriesOf(fi)) {
      expect([key, argumentsOf(own.get(key) ?? '').filter(isNotCount)]).toEqual([
        key,
        argumentsOf(message).filter(isNotCount),
      ]);
    }
  });

  it('is translated: long messages are not Finnish ones left behind', () => {
    const finnish = new Map(entriesOf(fi));
    const same = entriesOf(messages).filter(
      ([key, message]) => /[a-zåäö]{3,} [a-zåäö]{3,}/i.test(message) && finnish.get(key) === message,
    );
    expect(same).toEqual([]);
  });
});
