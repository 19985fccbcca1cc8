// Words, numbers and times in the chosen language.
let lang = 'en';
const t = (key, ...values) => {
  const text = (STRINGS[lang][key] ?? STRINGS.en[key] ?? key);
  return text.replace(/\{(\d)\}/g, (whole, i) => values[i]);
};
const formats = new Map();
const formatOf = (Kind, locale, options) => {
  const key = Kind.name + locale + JSON.stringify(options);
  if (!formats.has(key)) formats.set(key, new Kind(locale, options));
  return formats.get(key);
};
const number = (n) => formatOf(Intl.NumberFormat, lang + '-u-nu-latn').format(n);
const regionName = (code) => {
  const names = REGION_NAMES[code] || {};
  return names[lang] || names.en || code;
};
const REGION_NAMES = V.map.names;
const kindName = (tree, code) => (V.names[tree][code] || {})[lang] || code;
const CODE_OF = Object.fromEntries(['conduct', 'target'].map((tree) =>
  [tree, Object.fromEntries(Object.entries(V.names[tree]).map(([code, names]) => [names.en, code]))]));

// Says in the chosen language what the judgement says in English; what is not known stays English.
const phrase = (text) => {
  for (const [pattern, instead] of STRINGS[lang].phrases) {
    const found = new RegExp(pattern).exec(text);
    if (found) {
      return units(regions(instead.replace(/\$(\d)/g, (whole, i) => found[i] ?? '')));
    }
  }
  return units(regions(text));
};
const regions = (text) => text.replace(/\b[A-Z]{2}(-[A-Z0-9]{1,3})?\b/g, (code) => regionName(code));
const units = (text) => text.replace(/(\d) (km|min|h|d|m)\b/g, (all, n, unit) => n + '\u00a0' + (STRINGS[lang].units[unit] || unit));
const reasonText = (aspect, text) => {
  const code = CODE_OF[aspect] && CODE_OF[aspect][text];
  if (code) return kindName(aspect, code);
  return aspect === 'place' ? text.split(' and ').map(phrase).join(t('and')) : phrase(text);
};

// ---- time ----
const zone = () => (reading() || READINGS[0]).zone;
const LOCALE = { en: 'en-GB', ar: 'ar', uk: 'uk', ru: 'ru' };
const format = (seconds, options) => formatOf(Intl.DateTimeFormat, LOCALE[lang] + '-u-nu-latn-ca-gregory',
  { timeZone: zone(), hourCycle: 'h23', ...options }).format(new Date(seconds * 1000));
const at = (seconds) => seconds === '' ? t('open.end')
  : format(seconds, { day: 'numeric', month: 'short', year: 'numeric', hour: '2-digit', minute: '2-digit' });
const length = (from, to) => {
  const minutes = Math.round((to - from) / 60);
  const hours = Math.floor(minutes / 60);
  const words = [hours ? `${number(hours)} h` : '', minutes % 60 || !hours ? `${minutes % 60} min` : ''];
  return units(words.filter(Boolean).join(' '));
};
const isExact = (span) => span[0] !== '' && span[1] !== '' && span[1] - span[0] <= 60;
const when = (span) => {
  if (isExact(span)) return at(span[0]);
  if (span[0] === '' || span[1] === '') return t('between', at(span[0]), at(span[1]));
  return t('between', at(span[0]), at(span[1])) + ` (${length(span[0], span[1])})`;
};

