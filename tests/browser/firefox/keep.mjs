// A visit of each address with Firefox: a quiz, "Yes, keep them", and what other pages know of it
// afterwards. Prints it as JSON, a line for each. Arguments: the browser, the addresses of a folder.
import puppeteer from 'puppeteer-core';

const [executablePath, ...starts] = process.argv.slice(2);
const browser = await puppeteer.launch({browser: 'firefox', executablePath, headless: true});
try {
  for (const start of starts) {
    const faults = [];
    const page = await browser.newPage();
    await page.setViewport({width: 360, height: 640});
    page.on('pageerror', fault => faults.push(String(fault)));
    const open = async name => {
      await page.goto(`${start}/${name}`);
      if (!await page.$('.q')) return;
      await page.$$eval('.part', parts => parts.forEach(part => { part.hidden = false; }));
      await page.$eval('.q', box => box.scrollIntoView());
      await page.waitForSelector('html.js');
    };
    const drawn = () => page.$$eval('.q[id]', boxes => boxes.filter(box => !box.hidden).map(box => box.id));
    const press = words => page.$$eval('button', (all, text) => {
      all.find(one => one.textContent === text).click();
    }, words);
    const told = {};
    await open('tin-1.html');
    told.first = await drawn();
    for (const id of told.first) {
      await page.$$eval(`#${id} [type=A] label`, all => all[1].click());
      await page.$eval(`#${id} .go button`, button => button.click());
    }
    await press('Yes, keep them');
    told.stored = await page.evaluate(() => Object.keys(localStorage));
    await open('tin-3.html');
    told.second = await drawn();
    await open('tin-1.html');
    told.again = await drawn();
    told.result = await page.$eval('.quiz > [role]', part => part.innerText);
    await page.goto(`${start}/results.html`);
    await new Promise(done => setTimeout(done, 500));
    told.results = await page.$eval('main', part => part.innerText);
    console.log(JSON.stringify({faults, told}));
  }
} finally {
  await browser.close();
}
