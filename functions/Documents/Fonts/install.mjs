// Takes the typefaces that shelf.json names out of the npm packages that package-lock.json pins, into files/.
// The packages carry every weight (about 350 MB unpacked, gone afterwards); the files kept are about 40 MB.
// Two builds may come here together: each works in a folder of its own, and the first to finish puts its folder in place.
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';

const here = import.meta.dirname;
const files = path.join(here, 'files');
const wanted = createHash('sha256').update(read('package-lock.json')).update(read('shelf.json')).digest('hex');

if (isCurrent()) {
  fs.utimesSync(path.join(files, '.installed'), new Date(), new Date());
} else {
  const work = fs.mkdtempSync(path.join(here, '.install-'));
  try {
    console.log('Fetching the typefaces of certificates and flyers (once, about 20 seconds)');
    fetchInto(work);
    putInPlace(work);
  } finally {
    fs.rmSync(work, { recursive: true, force: true });
  }
}

function read(name) {
  return fs.readFileSync(path.join(here, name), 'utf8').replaceAll('\r\n', '\n');
}

function isCurrent() {
  const stamp = path.join(files, '.installed');
  return fs.existsSync(stamp) && fs.readFileSync(stamp, 'utf8') === wanted;
}

function fetchInto(work) {
  for (const name of ['package.json', 'package-lock.json']) fs.copyFileSync(path.join(here, name), path.join(work, name));
  const npm = process.platform === 'win32' ? ['cmd', '/c', 'npm'] : ['npm'];
  execFileSync(npm[0], [...npm.slice(1), 'ci', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'], { cwd: work, stdio: 'inherit' });
  const chosen = path.join(work, 'files');
  fs.mkdirSync(chosen);
  for (const { file } of JSON.parse(read('shelf.json'))) {
    const from = path.join(work, 'node_modules', '@expo-google-fonts', file);
    fs.copyFileSync(from, path.join(chosen, path.basename(from)));
    const name = file.split('/')[0];
    fs.copyFileSync(path.join(work, 'node_modules', '@expo-google-fonts', name, 'LICENSE_FONT'), path.join(chosen, `${name}.OFL.txt`));
  }
  fs.writeFileSync(path.join(chosen, '.installed'), wanted);
}

function putInPlace(work) {
  if (fs.existsSync(files) && !isCurrent()) fs.renameSync(files, path.join(work, 'old'));
  try {
    fs.renameSync(path.join(work, 'files'), files);
  } catch (e) {
    if (!isCurrent()) throw e; // otherwise another build was first, with the same files
  }
}
