// Names of the regions: written by hand where names.csv has a row, else the source's own.

import { readFileSync } from 'node:fs';

const COLUMNS = ['code', 'parent', 'name_en', 'name_ar', 'name_uk', 'name_ru', 'aliases', 'names_source'];
const LANGUAGES = ['name_en', 'name_ar', 'name_uk', 'name_ru'];

/** Bare names that denote the capital, not the region around it. */
const NO_BARE_NAME = ['UA-32', 'RU-MOS'];

/** Words that people put around the bare name of a region in the first-level unit's own language. */
const ENGLISH_FORMS = { Oblast: ['', ' Region'], Governorate: ['', ' Province'] };

/** Returns regions.csv. */
export function regionNames(features, namesFile) {
  const own = readOwn(namesFile);
  const rows = new Map([...own].map(([code, row]) => [code, { ...row, names_source: 'own' }]));
  for (const { code, properties } of features) {
    if (code !== '-' && !rows.has(code) && properties.name) rows.set(code, fromSource(properties));
  }
  const sorted = [...rows].sort(([a], [b]) => (a < b ? -1 : 1));
  const lines = sorted.map(([code, row]) => line(code, row));
  return `${COLUMNS.join(',')}\n${lines.join('\n')}\n`;
}

function readOwn(file) {
  const [head, ...lines] = readFileSync(file, 'utf8').trim().split('\n');
  const columns = head.split(',');
  return new Map(
    lines.map((text) => {
      const cells = text.split(',');
      const row = Object.fromEntries(columns.map((c, i) => [c, cells[i]]));
      return [row.code, { ...row, aliases: row.aliases.split(';').filter(Boolean) }];
    }),
  );
}

function fromSource(p) {
  const oblast = p.name_ru?.endsWith(' область') ? ' Oblast' : '';
  const row = {
    name_en: p.name_en + oblast,
    name_ar: arabicFirst(p.name_ar),
    name_uk: p.name_uk,
    name_ru: p.name_ru,
    aliases: [p.name],
    names_source: 'natural-earth',
  };
  for (const key of LANGUAGES) row[key] ??= '';
  return row;
}

/** "X أوبلاست" → "أوبلاست X": the source writes it either way. */
function arabicFirst(name) {
  const found = /^(.*) أوبلاست$/u.exec(name ?? '');
  return found ? `أوبلاست ${found[1]}` : name;
}

function line(code, row) {
  const parent = code.includes('-') ? code.slice(0, 2) : '';
  const aliases = [...new Set([...row.aliases, ...forms(code, row)])].filter(
    (alias) => !LANGUAGES.some((key) => row[key] === alias),
  );
  const names = LANGUAGES.map((key) => row[key]);
  const cells = [code, parent, ...names, aliases.join(';'), row.names_source];
  const bad = cells.find((cell) => /[",\n]/.test(cell));
  if (bad !== undefined) throw new Error(`${code}: a cell needs quotes: ${bad}`);
  return cells.map((cell) => cell.normalize('NFC')).join(',');
}

/** Forms of the same name that follow by rule. */
function forms(code, row) {
  if (NO_BARE_NAME.includes(code)) return [`${row.name_ru.replace('область', 'обл.')}`];
  return [...english(row.name_en), ...arabic(row.name_ar), ...slavic(row.name_uk), ...slavic(row.name_ru)];
}

function english(name) {
  for (const [word, endings] of Object.entries(ENGLISH_FORMS)) {
    if (name.endsWith(` ${word}`)) {
      const bare = name.slice(0, -word.length - 1);
      return [...endings.map((ending) => bare + ending), ...(name.startsWith('Al-') ? [bare.slice(3)] : [])];
    }
  }
  return [];
}

function arabic(name) {
  const oblast = /^أوبلاست (.*)$/u.exec(name);
  if (oblast) {
    const bare = oblast[1];
    return [bare, `${bare} أوبلاست`, `مقاطعة ${bare}`, `منطقة ${bare}`, `إقليم ${bare}`];
  }
  const governorate = /^محافظة (.*)$/u.exec(name);
  return governorate ? [governorate[1]] : [];
}

function slavic(name) {
  if (name.endsWith(' область')) return [name.replace(/область$/u, 'обл.')];
  const governorate = /^мухафаза (.*)$/u.exec(name);
  if (governorate === null) return [];
  const bare = governorate[1];
  return [bare, `провінція ${bare}`, `провинция ${bare}`];
}
