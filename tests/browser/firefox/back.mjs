// One visit with Firefox: every way to move inside a sensitive lesson, a tick, the exit, then Back.
// Prints the titles that Back leads to as JSON. Arguments: the browser, the address of the folder.
import puppeteer from 'puppeteer-core';

const [executablePath, start] = process.argv.slice(2);
const browser = await puppeteer.launch({browser: 'firefox', executablePath, headless: true});
try {
  const page = await browser.newPage();
  await page.setViewport({width: 360, height: 640});
  await page.goto(`${start}/canary.html`);
  await page.goto(`${start}/every-1.html`);
  await page.$eval('.gate .button', button => button.click());
  const moves = await page.$$eval('.skip[href^="#"],#main a[href^="#"]:not(.g)', links => {
    links.forEach(link => link.click());
    return links.length;
  });
  await page.$$eval('.part', parts => parts.forEach(part => { part.hidden = false; }));
  await page.$eval('.q', box => box.scrollIntoView());
  await page.waitForSelector('html.js');
  for (let step = 0; step < 2; step += 1) await page.$eval('.on .m a', link => link.click());
  await page.$eval('[type=radio]', box => box.click());
  const gone = page.waitForNavigation();
  await page.$eval('.exit', button => button.click());
  await gone;
  const titles = [await page.title()];
  // A page that comes from the browser's cache loads nothing that could be waited for.
  await page.evaluate(() => setTimeout(() => history.back()));
  while (titles.length < 2) {
    const title = await page.title().catch(() => titles[0]);
    // A page that is on its way has none yet.
    if (title && title !== titles[0]) titles.push(title);
    else await new Promise(rest => setTimeout(rest, 100));
  }
  console.log(JSON.stringify({moves, titles}));
} finally {
  await browser.close();
}
