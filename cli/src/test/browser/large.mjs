// Measures how long a large report.html takes to open and to answer, from the file system.
//   node large.mjs CHROMIUM REPORT.html
// Prints one JSON object: bytes, incidents, milliseconds to the first list and to each of 40 keys and 4 jumps.
import { statSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { chromium } from 'playwright-core';

const [executablePath, report] = process.argv.slice(2);
const browser = await chromium.launch({
  executablePath,
  args: ['--headless', '--no-sandbox', '--disable-gpu', '--no-first-run', '--disable-background-networking'],
});
const page = await (await browser.newContext({ viewport: { width: 1440, height: 900 }, locale: 'en-GB' })).newPage();
const began = Date.now();
await page.goto(pathToFileURL(report).href, { timeout: 120_000 });
await page.waitForSelector('html[data-ready="true"]', { timeout: 120_000 });
await page.waitForSelector('#list .row', { timeout: 120_000 });
const opened = Date.now() - began;

/** Milliseconds from a key to the frame after it. */
async function answer(key) {
  const before = Date.now();
  await page.keyboard.press(key);
  await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
  return Date.now() - before;
}

await page.focus('#list');
const keys = [];
for (let i = 0; i < 40; i++) keys.push(await answer('ArrowDown'));
const jumps = [];
for (const key of ['End', 'Home', 'End', 'Home']) jumps.push(await answer(key));
const sorted = [...keys].sort((a, b) => a - b);
const state = await page.evaluate(() => ({
  incidents: +document.querySelector('#list .row').getAttribute('aria-setsize'),
  elements: document.querySelectorAll('*').length,
}));
await browser.close();
console.log(JSON.stringify({
  bytes: statSync(report).size, ...state, openedMs: opened, keyMedianMs: sorted[20], keyWorstMs: sorted[39], jumpsMs: jumps,
}));
