// Makes the word lists of functions/Intake/Vocabulary/Cldr from Unicode's CLDR and from i18n-iso-countries: names of countries,
// languages, parts of countries, time zones and months in every language that they have; and functions/Texts/Cldr, what the app
// needs to write in the languages that it has texts in. Run "npm ci && npm run generate" after an update of the packages and
// when a language is added.
import { mkdirSync, readFileSync, readdirSync, writeFileSync, existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const here = dirname(fileURLToPath(import.meta.url));
const modules = join(here, 'node_modules');
const out = join(here, '../../functions/Intake/Vocabulary/Cldr');
const read = path => JSON.parse(readFileSync(join(modules, path), 'utf8'));
/** Locales that have the file; others only inherit. */
const locales = (name, file) => readdirSync(join(modules, name, 'main')).filter(locale => existsSync(join(modules, name, 'main', locale, file))).sort();

/** Code -> names without repetition, whatever their case. */
class Names {
  #byCode = new Map();

  add(code, name) {
    const plain = String(name).replace(/[|\n\r\t]/g, ' ').trim();
    if (plain.length === 0) return;
    const names = this.#byCode.get(code) ?? this.#byCode.set(code, new Map()).get(code);
    const key = plain.normalize('NFKC').toLowerCase();
    if (!names.has(key)) names.set(key, plain);
  }

  write(file, remark) {
    const lines = [...this.#byCode].sort(([a], [b]) => (a < b ? -1 : 1)).map(([code, names]) => `${code}: ${[...names.values()].join(' | ')}`);
    mkdirSync(out, { recursive: true });
    writeFileSync(join(out, file), `# ${remark}\n# Made by infra/vocabulary/generate.mjs; not edited by hand.\n${lines.join('\n')}\n`);
    console.log(file, lines.length);
  }
}

/** What both names begin with, without the sign or word begun after it: "Congo" of "Congo (Republic)" and "Congo (DRC)". */
function commonHead(a, b) {
  let length = 0;
  while (length < Math.min(a.length, b.length) && a[length] === b[length]) length++;
  const head = a.slice(0, length).replace(/[\s\-–—(（]+[^\s\-–—(（]*$/u, '').replace(/[\s\-–—(（]+$/u, '');
  return length < a.length && length < b.length && /^\p{L}{2,}$/u.test(head) && !/^rep/i.test(head) ? head : null;
}

/** The languages that people are likely to write dates and places in: names of months in all languages would contradict each other. */
const readers = new Set(`en es pt fr zh zh-Hant ko ar ru ja de it nl pl tr id vi th sw hi bn ur fa uk el cs hu ro sv fi da nb he sr sr-Latn hr bg ka am af
  ms fil ca sk sl lt lv et ta ne kk`.split(/\s+/));
const datesIn = locales('cldr-dates-full', 'ca-gregorian.json').filter(locale => readers.has(locale));

/** Continents have numbers: they are known as what is no country. */
const isCountry = code => /^[A-Z]{2}$|^\d{3}$/.test(code) && !['EU', 'EZ', 'UN', 'QO', 'XA', 'XB', 'ZZ'].includes(code);
const withoutAlt = key => key.replace(/-alt-.*$/, '');

function countries() {
  const names = new Names();
  for (const locale of locales('cldr-localenames-full', 'territories.json')) {
    const territories = read(`cldr-localenames-full/main/${locale}/territories.json`).main[locale].localeDisplayNames.territories;
    for (const [key, name] of Object.entries(territories)) if (isCountry(withoutAlt(key)) && name !== withoutAlt(key)) names.add(withoutAlt(key), name);
    const head = territories.CG && territories.CD ? commonHead(territories.CG, territories.CD) : null;
    if (head) for (const code of ['CG', 'CD']) names.add(code, head);
  }
  const more = 'i18n-iso-countries/langs';
  for (const file of readdirSync(join(modules, more)).sort())
    for (const [code, known] of Object.entries(read(`${more}/${file}`).countries))
      if (isCountry(code)) for (const name of [known].flat()) names.add(code, name);
  names.write('countries.txt', 'Countries and territories by ISO 3166-1 code: names in all languages of CLDR (Unicode licence) and i18n-iso-countries (MIT).');
}

/** No language, or one of a story. */
const nobodys = new Set(['root', 'und', 'mul', 'zxx', 'mis', 'tlh']);

function languages() {
  const names = new Names();
  for (const locale of locales('cldr-localenames-full', 'languages.json')) {
    const known = read(`cldr-localenames-full/main/${locale}/languages.json`).main[locale].localeDisplayNames.languages;
    for (const [key, name] of Object.entries(known)) {
      const code = withoutAlt(key).split('-')[0];
      if (/^[a-z]{2,3}$/.test(code) && name !== withoutAlt(key) && !nobodys.has(code)) names.add(code, name);
    }
  }
  names.write('languages.txt', 'Languages by ISO 639 code: names in all languages of CLDR (Unicode licence), dialects among their language.');
}

function regions() {
  const names = new Names();
  const folder = 'cldr-subdivisions-full/subdivisions';
  for (const locale of readdirSync(join(modules, folder)).sort()) {
    const file = `${folder}/${locale}/${locale}.json`;
    if (!existsSync(join(modules, file))) continue;
    const known = read(file).subdivisions.localeDisplayNames.subdivisions;
    for (const [key, name] of Object.entries(known)) {
      const code = withoutAlt(key);
      if (/^(us|ca|au)[a-z]{2,3}$|^gb(eng|sct|wls|nir)$/.test(code) && name !== code) names.add(code, name);
    }
  }
  names.write('regions.txt', 'Parts of the United States, Canada, Australia and the United Kingdom in all languages of CLDR (Unicode licence).');
}

/** Calls found with each zone of a locale that has a city, by its IANA name. */
function cities(node, found, prefix = []) {
  for (const [key, value] of Object.entries(node))
    if (typeof value === 'object' && !['long', 'short', 'exemplarCity'].includes(key)) cities(value, found, [...prefix, key]);
    else if (key === 'exemplarCity' && prefix[0] !== 'Etc') found(prefix.join('/'), value);
}

function zones() {
  const names = new Names();
  const meta = read('cldr-core/supplemental/metaZones.json').supplemental.metaZones.metazones;
  const golden = new Map(meta.filter(zone => zone.mapZone._territory === '001').map(zone => [zone.mapZone._other, zone.mapZone._type]));
  for (const locale of datesIn) {
    const zoneNames = read(`cldr-dates-full/main/${locale}/timeZoneNames.json`).main[locale].dates.timeZoneNames;
    cities(zoneNames.zone ?? {}, (zone, city) => names.add(zone, city));
    for (const [key, zone] of Object.entries(zoneNames.metazone ?? {}))
      if (golden.has(key)) for (const name of Object.values(zone.long ?? {})) names.add(golden.get(key), name);
  }
  names.write('zones.txt', 'Time zones by IANA name: places and zones in all languages of CLDR (Unicode licence).');
}

function calendar() {
  const months = new Names(), halves = new Names(), days = new Names();
  for (const locale of datesIn) {
    const gregorian = read(`cldr-dates-full/main/${locale}/ca-gregorian.json`).main[locale].dates.calendars.gregorian;
    for (const form of ['format', 'stand-alone']) {
      for (const width of ['wide', 'abbreviated'])
        for (const [month, name] of Object.entries(gregorian.months[form][width])) if (/\p{L}{2,}/u.test(name)) months.add(month, name.replace(/\.$/, ''));
      for (const width of ['wide', 'abbreviated'])
        for (const name of Object.values(gregorian.days[form][width])) if (/\p{L}{2,}/u.test(name)) days.add('day', name.replace(/\.$/, ''));
      for (const width of ['wide', 'abbreviated', 'narrow'])
        for (const half of ['am', 'pm']) if (gregorian.dayPeriods[form][width][half]) halves.add(half, gregorian.dayPeriods[form][width][half]);
    }
  }
  months.write('months.txt', 'Months by number in all languages of CLDR (Unicode licence).');
  days.write('days.txt', 'Days of the week in all languages of CLDR (Unicode licence).');
  halves.write('halves.txt', 'Before and after noon in all languages of CLDR (Unicode licence).');
}

function codes() {
  const names = new Names();
  const known = read('cldr-localenames-full/main/en/territories.json').main.en.localeDisplayNames.territories;
  const mapped = read('cldr-core/supplemental/codeMappings.json').supplemental.codeMappings;
  for (const [code, other] of Object.entries(mapped)) if (/^[A-Z]{2}$/.test(code) && isCountry(code) && known[code] && other._alpha3) names.add(code, other._alpha3);
  names.write('codes.txt', 'ISO 3166-1 codes of two and three letters (CLDR, Unicode licence).');
}

/** A short name is better for these; that of others is an abbreviation. */
const shortNames = ['HK', 'MO', 'PS'];

/** Names of one language: of the code itself, in the order of the codes. */
const namesOf = (known, isWanted) => Object.fromEntries(Object.keys(known).filter(code => isWanted(code) && known[code] !== code).sort()
  .map(code => [code, shortNames.includes(code) ? known[`${code}-alt-short`] : known[code]]));

/** Every IANA name of a zone by each of them: CLDR keeps the first that a zone had, "Asia/Calcutta". */
const otherNames = new Map(Object.values(read('cldr-bcp47/bcp47/timezone.json').keyword.u.tz)
  .filter(zone => zone._alias).map(zone => zone._alias.split(' ')).flatMap(names => names.map(name => [name, names])));

/** How a language that the app writes in names, lists and counts. CLDR's own digits are the European ones for all of these, plain
 *  Arabic included ("latn"): another number system stops the run, since then digits would have to be changed in the app. */
function writing() {
  const to = join(here, '../../functions/Texts');
  mkdirSync(join(to, 'Cldr'), { recursive: true });
  const plurals = read('cldr-core/supplemental/plurals.json').supplemental['plurals-type-cardinal'];
  for (const language of Object.keys(JSON.parse(readFileSync(join(to, 'dates.json'), 'utf8')))) {
    const main = (name, file) => read(`${name}/main/${language}/${file}.json`).main[language];
    const numbers = main('cldr-numbers-full', 'numbers').numbers;
    if (numbers.defaultNumberingSystem !== 'latn') throw new Error(`${language} is written with the digits "${numbers.defaultNumberingSystem}".`);
    const list = main('cldr-misc-full', 'listPatterns').listPatterns['listPattern-type-standard'];
    const zoneNames = main('cldr-dates-full', 'timeZoneNames').dates.timeZoneNames;
    const places = [];
    cities(zoneNames.zone, (zone, city) => { for (const name of otherNames.get(zone) ?? [zone]) places.push([name, city]); });
    const languages = main('cldr-localenames-full', 'languages').localeDisplayNames.languages;
    const data = {
      source: 'CLDR (Unicode licence); made by infra/vocabulary/generate.mjs, not edited by hand.',
      name: languages[language],
      plurals: Object.fromEntries(Object.entries(plurals[language]).map(([key, rule]) => [key.replace('pluralRule-count-', ''), rule.split('@')[0].trim()])),
      list: { two: list['2'], start: list.start, middle: list.middle, end: list.end },
      group: numbers['symbols-numberSystem-latn'].group,
      ungroupedDigits: 2 + Number(numbers.minimumGroupingDigits),
      zone: zoneNames.regionFormat,
      cities: Object.fromEntries(places.sort(([a], [b]) => (a < b ? -1 : 1))),
      countries: namesOf(main('cldr-localenames-full', 'territories').localeDisplayNames.territories, code => /^[A-Z]{2}$/.test(code) && isCountry(code)),
      languages: namesOf(languages, code => /^[a-z]{2,3}$/.test(code) && !nobodys.has(code)),
    };
    writeFileSync(join(to, 'Cldr', `${language}.json`), `${JSON.stringify(data, null, 2)}\n`);
    console.log(`${language}.json`, Object.keys(data.countries).length, Object.keys(data.languages).length);
  }
}

codes();
countries();
languages();
regions();
zones();
calendar();
writing();
