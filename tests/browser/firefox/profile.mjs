// One visit with Firefox and a profile on the disk: every control of a sensitive lesson is used, then
// a form that hides nothing in another tab. One lesson is left by its exit, another stays open; what a
// kill would leave is copied, and the browser is closed. Arguments: the browser, the folder's address,
// the profile, where its copy goes, the words to write into a lesson and into the other form.
import {cpSync, existsSync, readFileSync, statSync} from 'node:fs';
import puppeteer from 'puppeteer-core';

const [executablePath, start, userDataDir, killed, typed, witness] = process.argv.slice(2);
// As a browser that somebody uses: a session is written, here more often than each 15 seconds.
const extraPrefsFirefox = {
  'browser.sessionstore.resume_from_crash': true,
  'browser.sessionstore.interval': 300,
  'browser.sessionstore.interval.idle': 300
};
const browser = await puppeteer.launch({browser: 'firefox', executablePath, headless: true, userDataDir, extraPrefsFirefox});
const used = {};
for (const end of ['exit', 'open']) {
  const page = await browser.newPage();
  await page.setViewport({width: 360, height: 640});
  await page.goto(`${start}/every-1.html`);
  await page.$eval('.gate .button', button => button.click());
  await page.$$eval('.part', parts => parts.forEach(part => { part.hidden = false; }));
  await page.$eval('.q', box => box.scrollIntoView());
  await page.waitForSelector('html.js');
  await page.$$eval('.todo input', boxes => boxes[0].click());
  for (const box of await page.$$('.q[data-f]')) {
    // In a quiz one question is shown at a time.
    await box.evaluate(part => {
      const quiz = part.closest('.quiz');
      if (quiz && part.matches('.off')) quiz.querySelectorAll('.dots button')[[...quiz.querySelectorAll('.q[id]')].indexOf(part)].click();
    });
    await box.$$eval('input[type]', boxes => boxes[0] && boxes[0].click());
    for (const field of await box.$$('input:not([type]),textarea')) await field.type(typed + end);
  }
  used[end] = await page.$$eval('input,textarea', all => all.filter(one => one.checked || one.value.length > 2).length);
  if (end === 'exit') {
    const gone = page.waitForNavigation();
    await page.$eval('.exit', button => button.click());
    await gone;
  }
}
const other = await browser.newPage();
await other.goto(`${start}/canary.html`);
await other.$('[type=radio]').then(box => box.click());
await other.$('[name=word]').then(field => field.type(witness));
// What was written last is on the disk, and so is all that was written before it.
const file = `${userDataDir}/sessionstore-backups/recovery.jsonlz4`;
const before = existsSync(file) ? statSync(file).mtimeMs : 0;
while (!existsSync(file) || statSync(file).mtimeMs === before || !readFileSync(file).includes(witness)) {
  await new Promise(done => setTimeout(done, 200));
}
// While it stands still its files are those that a kill would leave.
browser.process().kill('SIGSTOP');
cpSync(userDataDir, killed, {recursive: true, verbatimSymlinks: true});
browser.process().kill('SIGCONT');
console.log(JSON.stringify({used}));
await browser.close();
process.exit(0);
