// Opens report.html as a person does: from the file system, with the network off.
//   node report.mjs CHROMIUM REPORT.html FOLDER [short]
// short: in English only, for pages of which the whole walk would say nothing new.
// Prints what it finds as one JSON object; exit code 1 when the page itself is at fault.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { pathToFileURL } from 'node:url';
import { join } from 'node:path';
import { chromium } from 'playwright-core';

const [executablePath, report, folder, length] = process.argv.slice(2);
const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const address = pathToFileURL(report).href;
const faults = [];

const browser = await chromium.launch({
  executablePath,
  args: ['--headless', '--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run',
    '--disable-background-networking', '--disable-component-update', '--disable-sync'],
});

async function open(options) {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, bypassCSP: true, ...options });
  await context.setOffline(true);
  const page = await context.newPage();
  page.on('request', (r) => { if (!r.url().startsWith('file:')) faults.push('asks for ' + r.url()); });
  page.on('pageerror', (e) => faults.push('script: ' + e.message));
  page.on('console', (m) => { if (m.type() === 'error') faults.push('console: ' + m.text()); });
  page.on('dialog', (d) => { faults.push('dialog: ' + d.message()); d.dismiss(); });
  await page.goto(address);
  await page.waitForSelector('html[data-ready="true"]');
  return page;
}

async function look(page, name) {
  await page.screenshot({ path: join(folder, name + '.png') });
  await page.screenshot({ path: join(folder, name + '-whole.png'), fullPage: true });
  await page.evaluate(axe);
  const found = await page.evaluate(async () => (await window.axe.run()).violations
    .filter((v) => v.impact === 'serious' || v.impact === 'critical')
    .map((v) => `${v.id}: ${v.help} (${v.nodes.length}), first ${v.nodes[0].html.slice(0, 160)} ${v.nodes[0].any.map((a) => a.message).join(' ').slice(0, 200)}`));
  found.forEach((v) => faults.push(`${name}: ${v}`));
  const acts = await page.evaluate(() => [...document.querySelectorAll('img, iframe, object, embed, script[src], a[href]')]
    .filter((e) => !/^(https?:\/\/|#)/i.test(e.getAttribute('href') || '')).map((e) => e.outerHTML.slice(0, 160)));
  acts.forEach((e) => faults.push(`${name}: markup from outside: ${e}`));
  const wide = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
  if (wide > 0) faults.push(`${name}: scrolls sideways by ${wide} px`);
}

/** Walks the list by keyboard until an incident is undetermined under one reading and not another. */
async function whyUndetermined(page) {
  await page.focus('#list');
  const total = await page.$eval('#list .row', (row) => +row.getAttribute('aria-setsize'));
  await page.keyboard.press('Home');
  for (let i = 0; i < total; i++) {
    const found = await page.evaluate(() => {
      const readings = [...document.querySelectorAll('#incident .finding')];
      const open = readings.filter((r) => r.dataset.outcome === 'undetermined' && r.dataset.differs === 'true');
      return open.length === 0 ? null : {
        incident: document.querySelector('#incident [data-id]').dataset.id,
        differs: open.map((r) => r.dataset.reading),
        readings: Object.fromEntries(readings.map((r) => [r.dataset.reading, r.dataset.outcome])),
        missing: open[0].querySelector('.decide').dataset.missing,
        says: open[0].querySelector('.decide').textContent,
      };
    });
    if (found) return found;
    await page.keyboard.press('ArrowDown');
  }
  return null;
}

const english = await open({ locale: 'en-GB' });
const answer = await whyUndetermined(english);
await look(english, 'report-en');
const count = await english.textContent('#count b');
const periods = await english.$$eval('#numbers tbody tr', (rows) => rows.map((r) => r.innerText.replace(/\s+/g, ' ').trim()));
const windows = await english.$$eval('#tallies > .total[data-tally] .window', (bars) => bars.map((b) => Math.round(b.getBoundingClientRect().width)));
await english.pdf({ path: join(folder, 'report-en.pdf'), format: 'A4', printBackground: true });

if (length === 'short') {
  await browser.close();
  console.log(JSON.stringify({ answer, count, windows, periods, faults }));
  process.exit(faults.length ? 1 : 0);
}

const arabic = await open({ locale: 'ar-SY' });
await whyUndetermined(arabic);
await look(arabic, 'report-ar');
const direction = await arabic.evaluate(() => getComputedStyle(document.body).direction);
const sides = await arabic.evaluate(() => document.querySelector('#list').getBoundingClientRect().left > document.querySelector('#map').getBoundingClientRect().left);
for (const [locale, name] of [['uk-UA', 'report-uk'], ['ru-RU', 'report-ru']]) await look(await open({ locale }), name);
await look(await open({ locale: 'en-GB', colorScheme: 'dark' }), 'report-dark');
await look(await open({ locale: 'ar-SY', viewport: { width: 390, height: 844 } }), 'report-phone');

await browser.close();
console.log(JSON.stringify({ answer, count, windows, periods, direction, listOnTheRight: sides, faults }));
process.exit(faults.length ? 1 : 0);
