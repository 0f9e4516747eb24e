// Lumi's H5P server takes packages in, against the libraries of a folder.
//   node importer.cjs LIBRARIES WORK PACKAGE…
// Prints one JSON array: for each package why it was refused, or what is left of it when Lumi has
// enforced the semantics as it does when somebody saves it, and what has a wrong type.
const path = require('node:path');
const { mkdirSync } = require('node:fs');
const H5P = require('@lumieducation/h5p-server');
const { ContentScanner } = require('@lumieducation/h5p-server/build/src/ContentScanner');

const SemanticsEnforcer = require('@lumieducation/h5p-server/build/src/SemanticsEnforcer').default;

const USER = { id: '1', name: 'Tester', type: 'local', email: '' };
const [libraries, work, ...packages] = process.argv.slice(2);

function wrong(field, value) {
  switch (field.type) {
    case 'text': return typeof value !== 'string';
    case 'number': return typeof value !== 'number' || value < field.min || value > field.max;
    case 'boolean': return typeof value !== 'boolean';
    case 'select': return !field.options.some((one) => one.value === value);
    case 'image': return typeof value?.path !== 'string' || typeof value?.mime !== 'string';
    case 'list': return !Array.isArray(value) || value.length < field.min || value.length > field.max;
    case 'library': return !field.options.includes(value?.library);
    default: return typeof value !== 'object';
  }
}

async function look(editor, file) {
  try {
    const made = await editor.packageImporter.addPackageLibrariesAndContent(file, USER);
    const kept = await editor.contentManager.getContentParameters(made.id, USER);
    const main = made.metadata.preloadedDependencies
      .find((one) => one.machineName === made.metadata.mainLibrary);
    const faults = [];
    let seen = 0;
    await new ContentScanner(editor.libraryManager).scanContent(kept, main, (field, value, where) => {
      seen += 1;
      if (wrong(field, value)) faults.push(`${where}: ${field.type}`);
      return false;
    });
    await new SemanticsEnforcer(editor.libraryManager).enforceSemanticStructure(kept, main);
    return { faults, kept, seen };
  } catch (error) {
    const all = error.getErrors?.() ?? [error];
    const told = (one) => `${one.errorId ?? one.message} ${JSON.stringify(one.replacements ?? {})}`;
    return { refused: all.map(told).join('\n') };
  }
}

async function main() {
  const places = ['content', 'temp'].map((one) => path.join(work, one));
  places.forEach((one) => mkdirSync(one, { recursive: true }));
  const config = await new H5P.H5PConfig(new H5P.fsImplementations.InMemoryStorage()).load();
  const editor = H5P.fs(config, libraries, places[1], places[0]);
  const found = [];
  for (const file of packages) found.push(await look(editor, file));
  console.log(JSON.stringify(found));
}

main();
