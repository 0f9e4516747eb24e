// One visit with Firefox and a profile on the disk, once for each way in which what was kept is removed:
// a quiz, "Yes, keep them", another round, and the way. What a kill would leave then is copied; at the
// end the browser is closed. Arguments: the browser, the profile, where its copies go, the words to
// write, and for each way ("exit", "clear" or "remove") its name and the address of a folder.
import {cpSync, readdirSync, readFileSync} from 'node:fs';
import puppeteer from 'puppeteer-core';

const [executablePath, userDataDir, copies, typed, ...visits] = process.argv.slice(2);
const browser = await puppeteer.launch({browser: 'firefox', executablePath, headless: true, userDataDir});

const press = (page, words) => page.$$eval('button', (every, text) => {
  every.find(one => one.textContent === text && one.offsetParent).click();
}, words);
const round = async page => {
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
  for (let time = 0; time < 2; time += 1) await press(page, 'Show my result');
};
const ways = {
  exit: page => page.$eval('.exit', button => button.click()),
  clear: async page => {
    await page.$eval('footer [href$="#traces"]', link => link.click());
    await page.waitForSelector('#clear:not([hidden])');
    await press(page, 'Yes, remove it');
  },
  remove: async (page, start) => {
    await page.goto(`${start}/results.html`);
    await page.waitForSelector('main.kept');
    await page.$eval('.sum summary', words => words.click());
    await press(page, 'Yes, remove it');
  }
};
// Firefox has a folder for each address, by its port.
const stored = start => readdirSync(userDataDir, {recursive: true})
  .filter(name => name.includes(`+${new URL(start).port}/ls/data.sqlite`))
  .some(name => readFileSync(`${userDataDir}/${name}`).includes('k.every'));
const until = async done => {
  while (!await done()) await new Promise(rest => setTimeout(rest, 200));
};

const records = {};
while (visits.length) {
  const [way, start] = visits.splice(0, 2);
  const page = await browser.newPage();
  await page.setViewport({width: 360, height: 640});
  await page.goto(`${start}/every-1.html`);
  await page.$$eval('.part', parts => parts.forEach(part => { part.hidden = false; }));
  await page.$eval('.q', box => box.scrollIntoView());
  await page.waitForSelector('html.js');
  await round(page);
  await press(page, 'Yes, keep them');
  await press(page, 'Try again');
  await round(page);
  records[way] = JSON.parse(await page.evaluate(() => localStorage['k.every']));
  await until(() => stored(start));
  await ways[way](page, start);
  await until(() => page.evaluate(() => !localStorage['k.every']).catch(() => false));
  // While it stands still its files are those that a kill would leave.
  browser.process().kill('SIGSTOP');
  cpSync(userDataDir, `${copies}/${way}`, {recursive: true, verbatimSymlinks: true});
  browser.process().kill('SIGCONT');
}
console.log(JSON.stringify(records));
await browser.close();
process.exit(0);
