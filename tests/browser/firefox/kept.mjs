// One visit with Firefox and a profile on the disk: a quiz, "Yes, keep them", another round, and a way
// in which what was kept is removed. Arguments: the browser, the folder's address, the profile, that
// way ("exit", "clear" or "remove"), how it ends ("close" or "kill"), the words to write.
import {readdirSync, readFileSync} from 'node:fs';
import puppeteer from 'puppeteer-core';

const [executablePath, start, userDataDir, way, end, typed] = process.argv.slice(2);
const browser = await puppeteer.launch({browser: 'firefox', executablePath, headless: true, userDataDir});
const page = await browser.newPage();
await page.setViewport({width: 360, height: 640});
await page.goto(`${start}/every-1.html`);
await page.$$eval('.part', parts => parts.forEach(part => { part.hidden = false; }));
await page.$eval('.q', box => box.scrollIntoView());
await page.waitForSelector('html.js');

const press = words => page.$$eval('button', (every, text) => {
  every.find(one => one.textContent === text && one.offsetParent).click();
}, words);
const round = async () => {
  await page.$$eval('.q[data-f]', (every, words) => every.forEach(box => {
    const [button] = box.querySelectorAll('input[type]');
    if (button) button.click();
    box.querySelectorAll('input:not([type]),textarea').forEach(field => {
      field.value = words;
      field.dispatchEvent(new InputEvent('input', {bubbles: true}));
    });
  }), typed);
  await page.$$eval('.todo input', boxes => boxes[0].click());
  await page.$$eval('.quiz .go button:first-child', every => every.forEach(one => one.click()));
  await page.$eval('.dots li:last-child button', dot => dot.click());
  for (let time = 0; time < 2; time += 1) await press('Show my result');
};
const ways = {
  exit: () => page.$eval('.exit', button => button.click()),
  clear: async () => {
    await page.$eval('footer [href$="#traces"]', link => link.click());
    await page.waitForSelector('#clear:not([hidden])');
    await press('Yes, remove it');
  },
  remove: async () => {
    await page.goto(`${start}/results.html`);
    await page.waitForSelector('main.kept');
    await page.$eval('.sum summary', words => words.click());
    await press('Yes, remove it');
  }
};
const stored = () => readdirSync(userDataDir, {recursive: true})
  .filter(name => name.endsWith('ls/data.sqlite') || name.endsWith('ls/data.sqlite-wal'))
  .some(name => readFileSync(`${userDataDir}/${name}`).includes('k.every'));
const until = async done => {
  while (!await done()) await new Promise(rest => setTimeout(rest, 200));
};

await round();
await press('Yes, keep them');
await press('Try again');
await round();
console.log(await page.evaluate(() => localStorage['k.every']));
await until(stored);
await ways[way]();
await until(() => page.evaluate(() => !localStorage['k.every']).catch(() => false));
if (end === 'kill') browser.process().kill('SIGKILL');
else await browser.close();
process.exit(0);
