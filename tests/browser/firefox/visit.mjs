// One visit of each address with Firefox (WebDriver BiDi): every interaction is used once, then the
// exit. Prints for each, on a line, what came of it as JSON: {"told": {"choice": "…", …}, …}.
// Arguments: the browser, the addresses of a lesson.
import puppeteer from 'puppeteer-core';

const [executablePath, ...addresses] = process.argv.slice(2);

const judged = async (page, box) => {
  await box.$('.go button').then(button => button.click());
  return box.$eval('.says, .out', part => part.textContent.trim());
};

// In a quiz one question is shown at a time.
const reach = box => box.evaluate(part => {
  const quiz = part.closest('.quiz');
  if (quiz && part.matches('.off')) quiz.querySelectorAll('.dots button')[[...quiz.querySelectorAll('.q[id]')].indexOf(part)].click();
});

const use = {
  choice: async (page, box) => {
    await box.$('fieldset label').then(label => label.click());
    return judged(page, box);
  },
  'fill-in': async (page, box) => {
    await box.$('fieldset input').then(gap => gap.type('nobody knows'));
    return judged(page, box);
  },
  sequencing: async (page, box) => {
    const before = await box.$$eval('[data-l]', items => items.map(item => item.dataset.l).join());
    await box.$('li:first-child button:last-of-type').then(button => button.click());
    const after = await box.$$eval('[data-l]', items => items.map(item => item.dataset.l).join());
    if (before === after) throw Error('nothing moved');
    return judged(page, box);
  },
  matching: async (page, box) => {
    await box.$('[data-h] button').then(button => button.click());
    await box.$('.t > li > button').then(button => button.click());
    if (!await box.$('.t [data-h]')) throw Error('nothing was placed');
    return judged(page, box);
  },
  poll: async (page, box) => {
    await box.$('label').then(label => label.click());
    return box.$eval('[role=status]', line => line.textContent);
  },
  likert: async (page, box) => {
    await box.$('label').then(label => label.click());
    return box.$eval(':checked', () => 'checked');
  },
  'long-fill-in': async (page, box) => {
    await box.$('textarea').then(area => area.type('Goodbye.'));
    return box.$eval('textarea', area => area.value);
  },
  cards: async (page, box) => {
    await box.$('button').then(button => button.click());
    return box.$eval('[aria-expanded=true]', button => button.textContent);
  },
  decision: async (page, box) => {
    await box.$('summary').then(way => way.click());
    return box.$eval('details[open] p', reason => reason.textContent);
  },
  branching: async (page, box) => {
    await box.$('.now .m a').then(choice => choice.click());
    await page.waitForFunction(part => !part.querySelector('.s').matches('.now'), {}, box);
    return box.$eval('.s.now h3', head => head.textContent);
  }
};
use['true-false'] = use.choice;
use.numeric = use['fill-in'];

const browser = await puppeteer.launch({browser: 'firefox', executablePath, headless: true});
try {
  for (const address of addresses) {
    const faults = [];
    const page = await browser.newPage();
    await page.setViewport({width: 360, height: 640});
    page.on('pageerror', fault => faults.push(String(fault)));
    await page.goto(address);
    await page.$$eval('.part', parts => parts.forEach(part => { part.hidden = false; }));
    await page.$eval('.q', box => box.scrollIntoView());
    await page.waitForSelector('html.js');
    const told = {};
    for (const box of await page.$$('.q[data-f]')) {
      const form = await box.evaluate(part => part.dataset.f);
      await reach(box);
      told[form] = await use[form](page, box);
    }
    const gone = page.waitForNavigation();
    for (let press = 0; press < 3; press += 1) await page.keyboard.press('Shift');
    await gone;
    told.exit = await page.title();
    console.log(JSON.stringify({told, faults}));
  }
} finally {
  await browser.close();
}
