// Measures how a large report.html opens and answers, from the file system.
//   node large.mjs CHROMIUM REPORT.html [RUNS]
// Opens the page RUNS times (3 when left out), each in a new browser, and prints one JSON object: bytes, incidents, elements
// in the document, and milliseconds, median of the runs: until the first rows stand (opened), for a key (median and worst of
// 40), for a jump to the other end, for words that are searched, for an outcome that is asked for, for a step of the zoom.
import { statSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { chromium } from 'playwright-core';

const [executablePath, report, runs = '3'] = process.argv.slice(2);
const middle = (values) => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)];

/** Milliseconds from an act to the frame after it. */
async function answer(page, act) {
  const before = performance.now();
  await act();
  await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
  return Math.round(performance.now() - before);
}

async function run() {
  const browser = await chromium.launch({
    executablePath,
    args: ['--headless', '--no-sandbox', '--disable-gpu', '--no-first-run', '--disable-background-networking'],
  });
  const page = await (await browser.newContext({ viewport: { width: 1440, height: 900 }, locale: 'en-GB' })).newPage();
  const began = performance.now();
  await page.goto(pathToFileURL(report).href, { timeout: 120_000 });
  await page.waitForSelector('html[data-ready="true"]', { timeout: 120_000 });
  await page.waitForSelector('#list .row', { timeout: 120_000 });
  const opened = Math.round(performance.now() - began);
  const incidents = await page.$eval('#list .row', (row) => +row.getAttribute('aria-setsize'));
  await page.focus('#list');
  const keys = [];
  for (let i = 0; i < 40; i++) keys.push(await answer(page, () => page.keyboard.press('ArrowDown')));
  const jumps = [];
  for (const key of ['End', 'Home', 'End', 'Home']) jumps.push(await answer(page, () => page.keyboard.press(key)));
  const zoom = await answer(page, () => page.click('#in'));
  const outcome = await answer(page, () => page.selectOption('#outcome', 'undetermined'));
  await page.selectOption('#outcome', '');
  const count = await page.textContent('#count b');
  const search = await answer(page, async () => {
    await page.fill('#words', '17');
    await page.waitForFunction((c) => document.querySelector('#count b').textContent !== c, count);
  });
  const elements = await page.evaluate(() => document.querySelectorAll('*').length);
  await browser.close();
  return { incidents, elements, opened, key: middle(keys), worstKey: Math.max(...keys), jump: middle(jumps), zoom, outcome, search };
}

const each = [];
for (let i = 0; i < +runs; i++) each.push(await run());
const figures = Object.fromEntries(Object.keys(each[0]).map((name) => [name, middle(each.map((e) => e[name]))]));
console.log(JSON.stringify({ bytes: statSync(report).size, runs: each.length, ...figures, opens: each.map((e) => e.opened), worstKeys: each.map((e) => e.worstKey) }));
